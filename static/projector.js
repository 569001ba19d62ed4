// The wall of a live room looks every moment whether there is something else on it, and lets the clock run.
const told = document.body.dataset, stage = document.getElementById("stage");
const LOOK = 1500;
let lost = null;

function say(text) {
  if (text && !lost) { lost = document.createElement("p"); lost.className = "lost"; lost.role = "alert"; lost.textContent = text; document.body.append(lost); }
  if (!text && lost) { lost.remove(); lost = null; }
}

async function look() {
  try {
    const query = new URLSearchParams({ room: told.room, language: told.language, part: stage.dataset.mark });
    const answer = await fetch(`/projector?${query}`);
    if (answer.status === 200) {
      stage.innerHTML = await answer.text();
      stage.dataset.mark = answer.headers.get("x-mark");
    } else if (answer.status === 404) return location.assign("/sign-in");
    say("");
  } catch { say(told.lost); }
  setTimeout(look, LOOK);
}

setInterval(() => {
  const line = document.querySelector(".timer");
  if (!line) return;
  const left = Math.max(0, Math.round((Date.parse(line.dataset.ends) - Date.now()) / 1000));
  line.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  line.classList.toggle("up", left === 0);
}, 300);
setTimeout(look, LOOK);
