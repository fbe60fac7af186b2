// What is only shown: attachments, the page to check before handing in, and the receipt.
import { byId, element } from "./dom.js";

const way = ({ id, name }) => element("a", { href: `files/${encodeURIComponent(id)}`, download: name }, `下载 ${name}`);

export function showFiles(list, files) {
  const lines = files.map((file) => element("li", {}, file.purpose === "roster" ? `名册：${file.name}` : way(file)));
  list.replaceChildren(...lines);
}

/** Everything that will be printed, and what stands in the way, each with the way to its field. */
export function showReview({ review, missing, problems, warnings, check }, goTo) {
  const line = ({ field, label, problem = "还没有填" }) => {
    const button = element("button", { type: "button", class: "to" }, `${label}：${problem}`);
    button.addEventListener("click", () => goTo(field));
    return element("li", {}, button);
  };
  const stops = [...missing, ...problems];
  const told = [
    ...(stops.length > 0 ? [element("p", {}, "要先补齐、改好："), element("ul", {}, ...stops.map(line))] : []),
    ...(warnings.length > 0 ? [element("p", {}, "提醒："), element("ul", {}, ...warnings.map(line))] : []),
    ...(check ? [element("p", {}, `预审：${check.say}`)] : []),
  ];
  byId("findings").replaceChildren(...told);
  byId("lines").replaceChildren(...review.map((text) => element("li", { class: /^【/.test(text) && "head" }, text)));
  byId("insist").hidden = !check?.refused;
  byId("insists").checked = false;
  byId("hand-in").disabled = stops.length > 0;
}

export function showDone(section, { handedIn, files }, said) {
  const title = handedIn ? `已登记，受理编号 ${handedIn.number}` : "没有重复登记";
  const lines = said.flatMap((text) => text.split("\n")).map((text) => element("li", {}, text));
  const sheets = (handedIn ? files : []).filter(({ purpose }) => purpose === "printed");
  section.replaceChildren(
    element("h3", { tabindex: "-1" }, title),
    ...(handedIn ? [element("p", {}, `现在的状态：${handedIn.status}。`)] : []),
    ...(sheets.length > 0
      ? [element("ul", { class: "files" }, ...sheets.map((file) => element("li", {}, way(file))))]
      : []),
    ...(lines.length > 0 ? [element("ul", { class: "lines" }, ...lines)] : []),
    element("p", {}, "这个页面可以关了。聊天里也收到了回执，以后说「我的申请到哪了」就能查。"),
  );
}
