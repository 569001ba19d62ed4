// Loads a program that a later page needs while somebody reads this one: a browser with nothing to do does not notice.
//
// Asked for by the same address as Streamlit asks for it, it is the same program to the browser, loaded and begun once.
// A narrow screen gets drawings that need no program, and whoever asked to save data gets nothing ahead.

const SCRIPT = "data-test-script-state"
const NARROW = "(max-width: 480px)"
const SOON = 250

const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, SOON))
const begun = new Set()

export default function ({ data }) {
  const served = document.querySelector("script[type=module][src]")
  if (!served || begun.has(data.program) || matchMedia(NARROW).matches || navigator.connection?.saveData) return
  begun.add(data.program)
  const app = document.querySelector("[data-testid=stApp]")
  const look = () => (app?.getAttribute(SCRIPT) === "notRunning" ? load(data.program, served.src) : setTimeout(wait, SOON))
  const wait = () => idle(look)
  wait()
}

function load(program, beside) {
  // What does not come now is asked for by the page that needs it.
  import(new URL(program, beside)).catch(() => begun.delete(program))
}
