// Keeps a text in this browser and nowhere else: local storage is read when the session asks, written when it changes.
// The line it shows is true: it is read back from the storage after writing.

let tell = null

export default function ({ data, parentElement, setStateValue }) {
  const line = parentElement.querySelector("[role=status]")
  tell = (text) => setStateValue("kept", { session: data.session, text })
  watchOtherTabs(data.slot)
  try {
    if (data.text === null) tell(localStorage.getItem(data.slot) ?? "")
    else keep(data, line)
  } catch {
    line.textContent = data.refused
    if (data.text === null) tell("")
  }
}

function keep({ slot, text, saved, kept }, line) {
  if ((localStorage.getItem(slot) ?? "") !== text) {
    if (text) localStorage.setItem(slot, text)
    else localStorage.removeItem(slot)
    line.dataset.at = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
  }
  const stands = text && (localStorage.getItem(slot) ?? "") === text
  const at = line.dataset.at
  line.textContent = !stands ? "" : at ? saved.replace("{time}", at) : kept
}

// Two tabs of one browser share the storage: what the other one wrote last is taken over here.
let watched = false
function watchOtherTabs(slot) {
  if (watched) return
  watched = true
  window.addEventListener("storage", (event) => {
    if (event.key === slot && tell) tell(event.newValue ?? "")
  })
}
