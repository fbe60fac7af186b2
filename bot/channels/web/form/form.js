// The page of a one-time link: opens it, shows the form as it stands, saves what is typed, hands it in.
import { byId, element } from "./dom.js";
import { fieldOf } from "./fields.js";
import { ask, inOrder, post, upload } from "./server.js";
import { showDone, showFiles, showReview } from "./show.js";

const largest = 20 * 1024 * 1024;
const parts = ["consent", "fill", "review", "done"];
const fields = new Map();
/** Typed here and not yet taken by the server. */
const dirty = new Set();
let page;
/** Gaps are shown once somebody wants to hand in, not while the form is being filled. */
let wanted = false;
/** Answers that the server did not take, and why. */
const wrong = {};

function show(name) {
  for (const part of parts) byId(part).hidden = part !== name;
}

function note(text) {
  byId("note").textContent = text;
}

function over(problem) {
  show("");
  byId("about").replaceChildren();
  byId("title").textContent = "这个页面打不开了";
  note(problem);
}

/** Takes what came back; false when it was refused. What was typed meanwhile stays. */
function took({ status, problem, page: newer, said = [] }) {
  if (status === 410) over(problem);
  // Another link was opened in this browser: what is typed here must not go into that application.
  if (newer && page && newer.application !== page.application) {
    over("这个浏览器又打开了另一张表，这一页不能再填了。请回聊天里再要一个链接。");
    return false;
  }
  if (newer) {
    page = newer;
    render();
  }
  if (status !== 200) {
    note(problem);
    return false;
  }
  note(said.join("\n"));
  return true;
}

const order = () => ({ application: page.application, revision: page.revision });

const typed = (ids) => Object.fromEntries(ids.filter((id) => dirty.has(id)).map((id) => [id, fields.get(id).read()]));

/** What was typed on while the answers were under way is still to be sent. */
function settle(answers) {
  for (const [id, sent] of Object.entries(answers))
    if (!(id in wrong) && JSON.stringify(fields.get(id).read()) === JSON.stringify(sent)) dirty.delete(id);
}

/** Sends what is typed and not yet kept. */
function save(ids = [...dirty]) {
  return inOrder(async () => {
    const answers = typed(ids);
    if (Object.keys(answers).length === 0) return true;
    const answer = await post("answers", { ...order(), answers });
    if (answer.status === 200) {
      for (const id of Object.keys(answers)) delete wrong[id];
      Object.assign(wrong, answer.wrong);
      settle(answers);
    }
    if (!took(answer)) return false;
    note(Object.keys(wrong).length > 0 ? "有几项没有存上，请看标出的地方。" : "已保存");
    return true;
  });
}

function build() {
  const sections = page.sections.map(({ title, fields: all }, at) => {
    const heading = element("h3", { id: `section-${at}` }, title);
    const section = element("section", { "aria-labelledby": heading.id }, heading);
    for (const field of all) {
      const made = fieldOf(field);
      fields.set(field.id, made);
      section.append(made.box);
      for (const input of made.inputs) {
        input.addEventListener("input", () => dirty.add(field.id));
        input.addEventListener("change", () => {
          dirty.add(field.id);
          if (input.type === "radio" || input.type === "checkbox") void save([field.id]);
        });
      }
    }
    section.addEventListener("focusout", ({ relatedTarget }) => {
      if (!section.contains(relatedTarget)) void save(all.map(({ id }) => id));
    });
    return section;
  });
  byId("sections").replaceChildren(...sections);
}

/** What the server holds, beside what is being typed. */
function refresh() {
  const told = new Map([...page.warnings, ...page.problems].map(({ field, problem }) => [field, problem]));
  if (wanted) for (const { field } of page.missing) told.set(field, "还没有填。");
  for (const field of page.sections.flatMap(({ fields: all }) => all)) {
    const shown = fields.get(field.id);
    shown.box.hidden = !field.applies;
    if (!dirty.has(field.id)) shown.write(field.value);
    shown.mark(wrong[field.id] ?? told.get(field.id) ?? "");
  }
  showFiles(byId("files"), page.files);
}

function render() {
  byId("title").textContent = page.title;
  byId("about").replaceChildren(...page.about.map((line) => element("li", {}, line)));
  if (page.handedIn) {
    dirty.clear();
    show("done");
    return showDone(byId("done"), page, []);
  }
  if (page.consents.length > 0) {
    show("consent");
    return askConsent();
  }
  if (fields.size === 0) build();
  if (byId("review").hidden) show("fill");
  refresh();
}

function askConsent() {
  const boxes = page.consents.map(({ purpose, text }) => {
    const box = element("input", { type: "checkbox", required: true, value: purpose });
    return element(
      "div",
      { class: "field" },
      element("p", {}, text),
      element("label", { class: "option" }, box, " 我同意"),
    );
  });
  const begin = element("button", { type: "submit", class: "main" }, "同意并开始填");
  const no = element("p", { class: "fine" }, "不同意就请关掉这个页面，什么都不会保存；查询政策照常可用。");
  byId("consent").replaceChildren(...boxes, begin, no);
}

byId("consent").addEventListener("submit", async (event) => {
  event.preventDefault();
  const purposes = [...byId("consent").querySelectorAll("input:checked")].map(({ value }) => value);
  if (took(await post("consent", { ...order(), purposes }))) byId("title").focus();
});

byId("fill").addEventListener("submit", async (event) => {
  event.preventDefault();
  wanted = true;
  if (!(await save())) return;
  refresh();
  if (dirty.size > 0) return focusOn([...dirty][0]);
  showReview(page, (id) => {
    show("fill");
    focusOn(id);
  });
  show("review");
  byId("review-title").focus();
});

const focusOn = (id) => fields.get(id)?.focus();

byId("back").addEventListener("click", () => {
  show("fill");
  byId("title").focus();
});

byId("hand-in").addEventListener("click", async ({ target }) => {
  target.disabled = true;
  const answer = await inOrder(() => post("hand-in", { ...order(), insists: byId("insists").checked }));
  target.disabled = false;
  const good = took(answer);
  if (answer.status === 409) show("fill");
  if (!good || (!answer.page?.handedIn && answer.kind !== "known")) return;
  show("done");
  showDone(byId("done"), answer.page ?? page, answer.said ?? []);
  note("");
  byId("done").querySelector("h3").focus();
});

byId("upload").addEventListener("change", async ({ target }) => {
  const files = [...target.files];
  target.value = "";
  await save();
  for (const file of files) {
    if (file.size > largest) note(`「${file.name}」超过20MB，没有传。请压缩后再传。`);
    else {
      note(`正在传「${file.name}」……`);
      const way = () => `files?${new URLSearchParams(order())}`;
      took(await inOrder(() => upload(way(), file)));
    }
  }
});

// The chat may have gone on meanwhile.
addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") return void (page && save());
  if (page && !page.handedIn && byId("review").hidden) void inOrder(async () => took(await ask("description")));
});
addEventListener("beforeunload", (event) => {
  if (dirty.size === 0) return;
  event.preventDefault();
  event.returnValue = "";
});

/** The secret stands behind the hash sign, which a browser sends to nobody; it is gone from the address at once. */
async function open() {
  const secret = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  const opened = secret === "" ? { status: 200 } : await post("open", { secret });
  if (opened.status !== 200) return over(opened.problem);
  took(await ask("description"));
}

void open();
