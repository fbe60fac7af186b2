// The chat page: sends what is typed, shows what the server says, keeps nothing but what is on the screen.
const talk = document.getElementById("talk");
const welcome = document.getElementById("welcome");
const form = document.getElementById("ask");
const field = document.getElementById("text");
const link = document.getElementById("link");
const scroller = document.querySelector("main");
const shell = document.querySelector(".shell");
const attach = document.getElementById("attach");
const chooser = document.getElementById("files");
const shown = new Set();
/** Messages on their way, by id: the next reply to any of them ends the waiting. */
const sent = new Map();
const patience = 8000;
let waiting;

function toEnd() {
  scroller.scrollTop = scroller.scrollHeight;
}

/** A choice is printed as a numbered line for WeChat; here the same lines become buttons. */
function withoutChoices(text) {
  const lines = text.split("\n");
  const choices = [];
  while (lines.length > 1) {
    const choice = /^\d+\. (.+)$/.exec(lines[lines.length - 1]);
    if (!choice) break;
    choices.unshift(choice[1]);
    lines.pop();
  }
  return { said: lines.join("\n"), choices };
}

function line(from, text, offered = [], files = []) {
  const { said, choices } = from === "person" ? { said: text, choices: [] } : withoutChoices(text);
  const quick = choices.length > 0 ? choices : offered;
  welcome.hidden = true;
  retire();
  const item = document.createElement("li");
  item.className = from;
  item.append(bubble(from, said));
  if (files.length > 0) item.append(downloads(files));
  if (quick.length > 0) item.append(buttons(quick));
  talk.append(item);
  toEnd();
  return item;
}

/** Only the newest choices can be pressed. */
function retire() {
  for (const row of talk.querySelectorAll(".quick")) row.remove();
}

function bubble(from, text) {
  const box = document.createElement("div");
  box.className = "bubble";
  const who = document.createElement("span");
  who.className = "hidden";
  who.textContent = from === "person" ? "我：" : "助手：";
  box.append(who);
  for (const [index, part] of text.split("\n").entries()) {
    const piece = document.createElement("span");
    piece.className = from === "person" ? "plain" : kindOf(part, index);
    piece.append(...(from === "person" ? [part] : withLinks(part)));
    box.append(piece);
  }
  return box;
}

/** Only the way to a form of this very site becomes a link; it opens beside the conversation. */
function withLinks(text) {
  const found = /https?:\/\/\S*?\/(form\/#[A-Z\d]+)/.exec(text);
  if (!found) return [text];
  const way = document.createElement("a");
  way.href = found[1];
  way.target = "_blank";
  way.rel = "noopener";
  way.textContent = "打开网页表格";
  return [text.slice(0, found.index), way, text.slice(found.index + found[0].length)];
}

function downloads(files) {
  const list = document.createElement("ul");
  list.className = "files";
  for (const { id, name } of files) {
    const way = document.createElement("a");
    way.href = `chat/files/${encodeURIComponent(id)}`;
    way.download = name;
    way.textContent = `下载 ${name}`;
    const entry = document.createElement("li");
    entry.append(way);
    list.append(entry);
  }
  return list;
}

function kindOf(part, index) {
  if (/^(依据|咨询)：/.test(part)) return "source";
  if (/^（.*）$/.test(part)) return "notice";
  return index === 0 ? "lead" : "plain";
}

function buttons(labels) {
  const row = document.createElement("div");
  row.className = "quick";
  for (const label of labels) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => send(label));
    row.append(button);
  }
  return row;
}

function wait() {
  done();
  waiting = line("bot waiting", "正在查文件……");
}

function done() {
  waiting?.remove();
  waiting = undefined;
}

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const send = (text) => {
  const body = (id) => JSON.stringify({ id, text });
  const headers = { "content-type": "application/json" };
  void post(line("person", text), newId(), (id) => fetch("chat/messages", { method: "POST", headers, body: body(id) }));
};

const largest = 20 * 1024 * 1024;

function sendFile(file) {
  const item = line("person", `［文件］${file.name}`);
  if (file.size > largest)
    return failed(item, undefined, "文件超过20MB，没有发。请压缩后再发；照片可以不选“原图”，扫描件可以分几个文件。");
  const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(file.name) };
  void post(item, newId(), (id) => fetch(`chat/files?id=${id}`, { method: "POST", headers, body: file }));
}

/** The same id is posted again, so that a message that did arrive is not answered twice. */
async function post(item, id, request) {
  const again = () => post(item, id, request);
  sent.set(id, item);
  item.querySelector(".again")?.remove();
  wait();
  try {
    const response = await request(id);
    if (!response.ok) throw new Error((await response.json().catch(() => ({}))).problem ?? "");
    item.classList.remove("failed");
    // The reply travels over the live stream; if that is broken just now, the history has it.
    setTimeout(() => sent.has(id) && showHistory(), patience);
  } catch (cause) {
    sent.delete(id);
    failed(item, again, cause instanceof TypeError ? undefined : cause.message);
  }
}

function failed(item, retry, problem) {
  done();
  item.classList.add("failed");
  const note = document.createElement("div");
  note.className = "again";
  const reason = document.createElement("span");
  reason.textContent = problem || "没有发出去，请检查网络";
  note.append(reason);
  if (retry) note.append(againButton(retry));
  item.append(note);
  toEnd();
}

function againButton(retry) {
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "重发";
  again.addEventListener("click", retry);
  return again;
}

function say() {
  const text = field.value.trim();
  if (text === "") return;
  field.value = "";
  grow();
  send(text);
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, 140)}px`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  say();
  field.focus();
});
field.addEventListener("input", grow);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    say();
  }
});
for (const starter of welcome.querySelectorAll("button"))
  starter.addEventListener("click", () => send(starter.dataset.ask ?? starter.textContent));

attach.addEventListener("click", () => chooser.click());
chooser.addEventListener("change", () => {
  for (const file of chooser.files) sendFile(file);
  chooser.value = "";
  field.focus();
});

/** A file that is dropped beside the page would otherwise replace the conversation. */
for (const name of ["dragover", "dragleave", "drop"])
  addEventListener(name, (event) => {
    event.preventDefault();
    shell.classList.toggle("dropping", name === "dragover");
    if (name === "drop") for (const file of event.dataTransfer?.files ?? []) sendFile(file);
  });

async function showHistory() {
  const history = await fetch("chat/history")
    .then((response) => response.json())
    .catch(() => undefined);
  if (!history || history.length === 0) return;
  const unsent = [...talk.querySelectorAll(".failed")];
  done();
  sent.clear();
  talk.replaceChildren();
  for (const { from, text, quick, files } of history) line(from, text, quick, files);
  talk.append(...unsent);
  toEnd();
}

function listen() {
  const events = new EventSource("chat/events");
  let opened = false;
  events.addEventListener("open", () => {
    link.textContent = "在线";
    link.classList.add("on");
    // What was said while the line was down is in the history.
    if (opened && talk.childElementCount > 0) void showHistory();
    opened = true;
  });
  events.addEventListener("error", () => {
    link.textContent = "重新连接中";
    link.classList.remove("on");
  });
  events.addEventListener("message", ({ data }) => {
    const { id, text, quick, files } = JSON.parse(data);
    const question = id.slice(0, id.lastIndexOf("/"));
    if (shown.has(id)) {
      sent.delete(question);
      return done();
    }
    shown.add(id);
    // A question asked in another window of the same person is not on this page yet.
    if (!sent.delete(question) && question !== "") return void showHistory();
    done();
    line("bot", text, quick, files);
    if (sent.size > 0) wait();
  });
}

void showHistory().then(listen);
