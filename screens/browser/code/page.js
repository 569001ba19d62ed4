// Says which language the page is in, so that screen readers pronounce it right, and what happens to the connection.
//
// While it is lost a line of our own says so; Streamlit's dialog speaks English and of terminals. When it is found again
// the page is asked for anew: Streamlit leaves the old one standing until somebody clicks, and a choice that never
// reached the server would look as if it had been taken. The line stays until the page has been drawn anew.

const CONNECTION = "data-test-connection-state"
const SCRIPT = "data-test-script-state"

let ask = null
let sentence = ""

export default function ({ data, setTriggerValue }) {
  document.documentElement.lang = data.language
  sentence = data.lost
  if (ask === null) watch(document.querySelector("[data-testid=stApp]"))
  ask = (question) => setTriggerValue("back", question)
}

function watch(app) {
  if (!app) return
  let lost = false
  let asked = null
  let answered = null
  const look = () => {
    if (app.getAttribute(CONNECTION) !== "CONNECTED") {
      asked = null
      if (!lost) tell((lost = true))
    } else if (lost && asked === null) {
      ask((asked = Date.now()))
    } else if (lost && answered === asked && app.getAttribute(SCRIPT) === "notRunning") {
      tell((lost = false))
    }
  }
  new MutationObserver(look).observe(app, { attributes: true, attributeFilter: [CONNECTION, SCRIPT] })
  window.addEventListener("hanse-drawn", (event) => {
    answered = event.detail
    look()
  })
}

function tell(lost) {
  document.documentElement.toggleAttribute("data-connection-lost", lost)
  document.querySelector(".connection-lost")?.remove()
  if (!lost) return
  const line = document.createElement("div")
  line.className = "connection-lost"
  line.role = "alert"
  line.textContent = sentence
  document.body.append(line)
}
