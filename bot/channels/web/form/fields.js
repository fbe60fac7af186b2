// One field of the form: how it is asked, how its value is read and shown, and what is wrong with it.
import { element } from "./dom.js";

const wording = { document: "必填", optional: "可不填" };

const day = (id, more) => element("input", { id, type: "date", max: "2099-12-31", ...more });
const kinds = { count: "numeric", yuan: "numeric", phone: "tel" };

/** Inputs in their own elements, a reader and a writer of the value. */
function controlOf({ id, input, options, label }, described) {
  const of = { "aria-describedby": described, name: id };
  if (input === "choice" || input === "choices") return optionsOf(id, input === "choices", options);
  if (input === "period") return periodOf(id);
  const box =
    input === "longText"
      ? element("textarea", { id, rows: "4", ...of })
      : input === "date"
        ? day(id, of)
        : element("input", { id, type: "text", inputmode: kinds[input], autocomplete: "off", ...of });
  return {
    parts: [box],
    inputs: [box],
    label,
    read: () => box.value,
    write(value) {
      box.value = value === null ? "" : String(value);
    },
  };
}

function optionsOf(id, several, options) {
  const inputs = options.map((value, at) =>
    element("input", { type: several ? "checkbox" : "radio", name: id, id: at === 0 ? id : `${id}-${at}`, value }),
  );
  const chosen = () => inputs.filter(({ checked }) => checked).map(({ value }) => value);
  return {
    group: true,
    inputs,
    parts: inputs.map((input) => element("label", { class: "option" }, input, ` ${input.value}`)),
    read: () => (several ? chosen() : (chosen()[0] ?? null)),
    write(value) {
      const all = value === null ? [] : [value].flat();
      for (const input of inputs) input.checked = all.includes(input.value);
    },
  };
}

function periodOf(id) {
  const [from, to] = [day(id), day(`${id}-to`)];
  return {
    group: true,
    inputs: [from, to],
    parts: [element("label", { class: "day" }, "开始日期 ", from), element("label", { class: "day" }, "结束日期 ", to)],
    read: () => ({ from: from.value, to: to.value }),
    write(value) {
      from.value = value?.from ?? "";
      to.value = value?.to ?? "";
    },
  };
}

const isUnsure = (value) => typeof value === "object" && value !== null && "unsure" in value;

/** The lines of a roster come as a file; here stands only how many there are. */
function rosterOf(field) {
  const said = element("p", { class: "said" });
  const error = element("p", { class: "error", id: `${field.id}-error` });
  const box = element("div", { class: "field", id: field.id, tabindex: "-1" });
  box.append(element("p", { class: "label" }, `${field.label}（必填）`), said, error);
  return {
    box,
    inputs: [],
    read: () => undefined,
    write(value) {
      said.textContent = value === null ? "还没有名册。请在下面“附件”里传 Excel 文件。" : `已读入名册：${value}人。`;
    },
    mark: (problem) => {
      error.textContent = problem;
    },
    focus: () => box.focus(),
  };
}

export function fieldOf(field) {
  if (field.input === "rows") return rosterOf(field);
  const [hintId, errorId] = [`${field.id}-hint`, `${field.id}-error`];
  const control = controlOf(field, `${hintId} ${errorId}`);
  const must = wording[field.required];
  const label = must === undefined ? field.label : `${field.label}（${must}）`;
  const hint = element("p", { class: "hint", id: hintId }, [field.question, field.hint].filter(Boolean).join(" "));
  const error = element("p", { class: "error", id: errorId });
  const open = field.required === "advised" ? element("input", { type: "checkbox" }) : undefined;
  const box = control.group
    ? element("fieldset", { class: "field", "aria-describedby": `${hintId} ${errorId}` }, element("legend", {}, label))
    : element("div", { class: "field" }, element("label", { for: field.id }, label));
  box.append(hint, ...control.parts);
  if (open) box.append(element("label", { class: "option open" }, open, ` “${field.label}”现在不清楚，先空着`));
  box.append(error);
  const shut = () => {
    for (const input of control.inputs) input.disabled = open?.checked === true;
  };
  open?.addEventListener("change", shut);
  return {
    box,
    inputs: [...control.inputs, ...(open ? [open] : [])],
    read: () => (open?.checked ? { unsure: true } : control.read()),
    write(value) {
      if (open) open.checked = isUnsure(value);
      control.write(isUnsure(value) ? null : value);
      shut();
    },
    mark(problem) {
      error.textContent = problem;
      for (const input of control.inputs)
        if (problem === "") input.removeAttribute("aria-invalid");
        else input.setAttribute("aria-invalid", "true");
    },
    focus: () => control.inputs[0].focus(),
  };
}
