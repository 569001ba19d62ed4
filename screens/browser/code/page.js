// Says which language the page is in, so that screen readers pronounce it right, and what happens to the connection.
//
// While it is lost a line of our own says so; Streamlit's dialog speaks English and of terminals. When it is found again
// the page is asked for anew: Streamlit leaves the old one standing until somebody clicks, and a choice that never
// reached the server would look as if it had been taken. The line stays until the page has been drawn anew. Until then
// nothing can be chosen: a new server knows no part of the page yet, and Streamlit drops what it is told about one.
//
// A link in a text that leads to another page of ours goes there in this window, without loading everything anew;
// Streamlit would open a new one.

const CONNECTION = "data-test-connection-state"
const SCRIPT = "data-test-script-state"
const AGAIN = 3000
const DEEDS = ["pointerdown", "mousedown", "click", "keydown"]
const ALLOWED = "a, summary, [data-testid^=stBidiComponent]"

let ask = null
let lead = null
let pages = []
let sentence = ""
let lost = false

export default function ({ data, setTriggerValue }) {
  document.documentElement.lang = data.language
  sentence = data.lost
  pages = data.pages
  if (ask === null) {
    watch(document.querySelector("[data-testid=stApp]"))
    document.addEventListener("click", follow, true)
    DEEDS.forEach((each) => document.addEventListener(each, hold, true))
  }
  lead = (page, query) => setTriggerValue("way", { page, query })
  ask = (question) => setTriggerValue("back", question)
}

function follow(event) {
  const link = event.target.closest?.("[data-testid=stMain] a[target=_blank]")
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const to = new URL(link.href)
  const page = to.pathname.split("/").pop()
  if (to.origin !== location.origin || !pages.includes(page)) return
  event.preventDefault()
  lead(page, Object.fromEntries(to.searchParams))
}

// What needs no server stays as it is: links, what is folded away, and our own parts, which keep what is written.
function hold(event) {
  if (!lost || event.key === "Tab" || event.target.closest?.(ALLOWED)) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

function watch(app) {
  if (!app) return
  let asked = null
  let answered = null
  let again = null
  const look = () => {
    if (app.getAttribute(CONNECTION) !== "CONNECTED") {
      asked = null
      if (!lost) tell(true)
    } else if (lost && asked === null) {
      askAnew()
    } else if (lost && answered === asked && app.getAttribute(SCRIPT) === "notRunning") {
      clearInterval(again)
      tell(false)
    }
  }
  // What is asked in the moment in which a line breaks once more reaches nobody.
  const askAnew = () => {
    clearInterval(again)
    again = setInterval(() => lost && asked !== null && app.getAttribute(SCRIPT) === "notRunning" && askAnew(), AGAIN)
    ask((asked = Date.now()))
  }
  new MutationObserver(look).observe(app, { attributes: true, attributeFilter: [CONNECTION, SCRIPT] })
  window.addEventListener("hanse-drawn", (event) => {
    answered = event.detail
    look()
  })
}

function tell(now) {
  lost = now
  document.documentElement.toggleAttribute("data-connection-lost", lost)
  document.querySelector(".connection-lost")?.remove()
  if (!lost) return
  const line = document.createElement("div")
  line.className = "connection-lost"
  line.role = "alert"
  line.textContent = sentence
  document.body.append(line)
}
