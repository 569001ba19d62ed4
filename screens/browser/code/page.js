// Says which language the page is in, so that screen readers pronounce it right.
//
// And after the connection was lost and found again it asks for the page anew. Streamlit itself leaves the old page
// standing until somebody clicks; a choice that never reached the server would look as if it had been taken.

const CONNECTION = "data-test-connection-state"

let ask = null

export default function ({ data, setTriggerValue }) {
  document.documentElement.lang = data.language
  if (ask === null) watch(document.querySelector("[data-testid=stApp]"))
  ask = () => setTriggerValue("back", Date.now())
}

function watch(app) {
  let lost = false
  const look = () => {
    const connected = app.getAttribute(CONNECTION) === "CONNECTED"
    if (connected && lost) ask()
    lost = !connected
  }
  if (app) new MutationObserver(look).observe(app, { attributes: true, attributeFilter: [CONNECTION] })
}
