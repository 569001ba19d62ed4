// Says which language the page is in, so that screen readers pronounce it right, and what happens to the connection.
//
// While it is lost a line of our own says so; Streamlit's dialog speaks English and of terminals. When it is found again
// the page is asked for anew: Streamlit leaves the old one standing until somebody clicks, and a choice that never
// reached the server would look as if it had been taken.

const CONNECTION = "data-test-connection-state"

let ask = null
let sentence = ""

export default function ({ data, setTriggerValue }) {
  document.documentElement.lang = data.language
  sentence = data.lost
  if (ask === null) watch(document.querySelector("[data-testid=stApp]"))
  ask = () => setTriggerValue("back", Date.now())
}

function watch(app) {
  let lost = false
  const look = () => {
    const connected = app.getAttribute(CONNECTION) === "CONNECTED"
    if (connected !== lost) return
    lost = !connected
    tell(lost)
    if (connected) ask()
  }
  if (app) new MutationObserver(look).observe(app, { attributes: true, attributeFilter: [CONNECTION] })
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
