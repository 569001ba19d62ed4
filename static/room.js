// A phone in a live room. Each tap is kept here until the server has said that it stands, and sent again until then.
// The page also asks from time to time whether there is something else to see, and what other phones of the city chose.
const told = document.body.dataset;
const form = document.getElementById("rating");
const ASK = 3000, AGAIN = 2500;
document.documentElement.classList.add("with-script");

const rating = form?.elements.rating.value;
const slot = `${told.key}-${rating}`;
const waiting = (() => { try { return JSON.parse(localStorage.getItem(slot)) ?? {}; } catch { return {}; } })();
const keep = () => {
  try {
    if (Object.keys(waiting).length) localStorage.setItem(slot, JSON.stringify(waiting));
    else localStorage.removeItem(slot);
  } catch { /* a browser that keeps nothing still sends */ }
};
const field = (question) => form.querySelector(`[data-question="${CSS.escape(question)}"]`);
const said = (set, value) => set.querySelector(`input[value="${CSS.escape(value)}"] + span`)?.textContent ?? "–";
const note = (set, text) => { const line = set.querySelector(".note"); line.className = "note"; line.textContent = text; };
const state = (text) => { const line = form.querySelector(".state"); if (line.textContent !== text) line.textContent = text; };

function choose(set, value, version) {
  for (const each of set.querySelectorAll("input[type=radio]")) each.checked = each.value === value;
  set.dataset.version = version;
  set.querySelector("input[type=hidden]").value = version;
  count();
}

function count() {
  const line = form.querySelector(".count");
  if (!line) return;
  const all = form.querySelectorAll("fieldset").length, done = form.querySelectorAll("input[type=radio]:checked").length;
  line.textContent = line.dataset.pattern.replace("{done}", done).replace("{all}", all);
}

function clash(set, question, now, mine) {
  const line = set.querySelector(".note");
  line.className = "note clash";
  line.textContent = told.theirs.replace("{value}", said(set, now.value));
  const button = (text, work) => {
    const made = document.createElement("button");
    made.type = "button"; made.className = "other"; made.textContent = text;
    made.addEventListener("click", work);
    line.append(made);
  };
  choose(set, now.value, now.version);
  button(told.keep, () => note(set, ""));
  button(told.mine.replace("{value}", said(set, mine)), () => { choose(set, mine, now.version); put(question, mine, now.version); });
}

function put(question, value, seen) {
  waiting[question] = { value, seen, op: crypto.getRandomValues(new Uint32Array(4)).join("-") };
  keep();
  flush();
}

let busy = false;
async function flush() {
  if (busy || !form) return;
  busy = true;
  try {
    for (const [question, wish] of Object.entries(waiting)) await send(question, wish);
    state(Object.keys(waiting).length ? told.kept : "");
  } catch {
    state(told.kept);
    setTimeout(flush, AGAIN);
  } finally {
    busy = false;
  }
  if (Object.keys(waiting).length) setTimeout(flush, AGAIN);
}

async function send(question, wish) {
  const body = new URLSearchParams({ rating, question, value: wish.value, seen: wish.seen, op: wish.op });
  const answer = await fetch(`/room-answer?language=${told.language}`, { method: "POST", body });
  if (answer.status >= 500) throw new Error("not stored");
  const set = field(question), now = answer.ok ? await answer.json() : null;
  // Another tap on the same question came meanwhile: it goes on from what stands now.
  if (waiting[question] !== wish) {
    if (now?.kind === "saved") waiting[question].seen = now.version;
    return;
  }
  delete waiting[question];
  keep();
  if (!set) return;
  if (!now) note(set, told.over);
  else if (now.kind === "saved") { choose(set, now.value, now.version); note(set, told.saved); }
  else if (now.kind === "conflict") clash(set, question, now, wish.value);
  else { choose(set, now.value, now.version); note(set, told.over); }
}

async function look() {
  try {
    const answer = await fetch(`/room-state?view=${told.view}&language=${told.language}`);
    if (answer.status === 404) return location.assign("/join");
    const now = await answer.json();
    if (form) others(now.answers);
    const clean = !Object.keys(waiting).length && !document.querySelector(".clash");
    // A new part of the day leads everybody there, whatever they were looking at.
    if (now.phase !== told.phase && clean) return location.assign(`/my-room?language=${told.language}`);
    if (now.mark !== told.mark && clean) return location.reload();
  } catch { /* no network: the page stays as it is */ }
  setTimeout(look, ASK);
}

function others(answers) {
  for (const [question, [value, version]] of Object.entries(answers)) {
    const set = field(question);
    if (!set || question in waiting || Number(set.dataset.version) >= version) continue;
    choose(set, value, version);
    note(set, told.changed);
  }
}

// Whoever hears the page hears of the last minute and of the end, each once, and not of every second.
function clock(line) {
  const end = Date.now() + Number(line.dataset.left) * 1000;
  const heard = document.querySelector(".heard");
  const say = (text) => { if (heard.textContent !== text) heard.textContent = text; };
  setInterval(() => {
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    line.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (left <= 60) say(left ? told.minute : told.up);
  }, 500);
}

if (form) {
  form.addEventListener("change", (event) => {
    const set = event.target.closest("[data-question]");
    if (!set || event.target.type !== "radio") return;
    note(set, "…");
    put(set.dataset.question, event.target.value, Number(set.dataset.version));
    count();
  });
  form.addEventListener("submit", (event) => {
    // Handing in waits for what is still on its way.
    if (!Object.keys(waiting).length) return;
    event.preventDefault();
    const pressed = event.submitter;
    const again = setInterval(() => {
      flush();
      if (Object.keys(waiting).length) return;
      clearInterval(again);
      form.requestSubmit(pressed);
    }, 300);
  });
  for (const [question, wish] of Object.entries(waiting)) {
    const set = field(question);
    if (set) for (const each of set.querySelectorAll("input[type=radio]")) each.checked = each.value === wish.value;
    else delete waiting[question];
  }
  count();
  flush();
  addEventListener("online", flush);
}
document.querySelectorAll(".timer").forEach(clock);
if (told.mark) setTimeout(look, ASK);
