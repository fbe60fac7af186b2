// The chat page: sends what is typed, shows what the server says, keeps nothing but what is on the screen.
const talk = document.getElementById("talk");
const welcome = document.getElementById("welcome");
const form = document.getElementById("ask");
const field = document.getElementById("text");
const link = document.getElementById("link");
const scroller = document.querySelector("main");
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
    const choice = /^\d+\. (.+)$/.exec(lines.at(-1));
    if (!choice) break;
    choices.unshift(choice[1]);
    lines.pop();
  }
  return { said: lines.join("\n"), choices };
}

function line(from, text, offered = []) {
  const { said, choices } = from === "person" ? { said: text, choices: [] } : withoutChoices(text);
  const quick = choices.length > 0 ? choices : offered;
  welcome.hidden = true;
  retire();
  const item = document.createElement("li");
  item.className = from;
  item.append(bubble(from, said));
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
    piece.textContent = part;
    box.append(piece);
  }
  return box;
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

async function send(text, id = newId(), item = line("person", text)) {
  sent.set(id, item);
  item.querySelector(".again")?.remove();
  wait();
  try {
    const response = await fetch("chat/messages", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, text }),
    });
    if (!response.ok) return failed(item, text, id, (await response.json().catch(() => ({}))).problem);
    item.classList.remove("failed");
    // The reply travels over the live stream; if that is broken just now, the history has it.
    setTimeout(() => sent.has(id) && showHistory(), patience);
  } catch {
    failed(item, text, id);
  }
}

/** The same id is sent again, so that a message that did arrive is not answered twice. */
function failed(item, text, id, problem = "没有发出去，请检查网络") {
  sent.delete(id);
  done();
  item.classList.add("failed");
  item.querySelector(".again")?.remove();
  const note = document.createElement("div");
  note.className = "again";
  const reason = document.createElement("span");
  reason.textContent = problem;
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "重发";
  again.addEventListener("click", () => send(text, id, item));
  note.append(reason, again);
  item.append(note);
  toEnd();
}

function say() {
  const text = field.value.trim();
  if (text === "") return;
  field.value = "";
  grow();
  void send(text);
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

async function showHistory() {
  const history = await fetch("chat/history")
    .then((response) => response.json())
    .catch(() => undefined);
  if (!history || history.length === 0) return;
  const unsent = [...talk.querySelectorAll(".failed")];
  done();
  sent.clear();
  talk.replaceChildren();
  for (const { from, text, quick } of history) line(from, text, quick);
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
    const { id, text, quick } = JSON.parse(data);
    const question = id.slice(0, id.lastIndexOf("/"));
    if (shown.has(id)) {
      sent.delete(question);
      return done();
    }
    shown.add(id);
    // A question asked in another window of the same person is not on this page yet.
    if (!sent.delete(question) && question !== "") return void showHistory();
    done();
    line("bot", text, quick);
    if (sent.size > 0) wait();
  });
}

await showHistory();
listen();
