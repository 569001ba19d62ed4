// Tells those who cannot see the page what it shows.
//
// Streamlit's own controls are called in the language of the page, not in English alone; names are read out without the
// signs of Markdown; what is stored is read out as soon as it stands there, and not once more with every drawing.

const SAID = ["aria-label", "placeholder", "alt"]
const WORDS = "[data-testid=stSkipToContent], [data-testid=stTopNavSection] p"
const STANDING = "[class*=st-key-standing-]"
const LOOKED_AT = [...SAID.map((each) => `[${each}]`), WORDS, STANDING].join(", ")
const SIGNS = /\*\*|\\(?=[^\p{L}\p{N}\s])/gu
const ICON = / icon$/

let names = {}
let watched = false

export default function ({ data }) {
  names = data.names
  tell(document)
  if (watched) return
  watched = true
  const told = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SAID }
  new MutationObserver((changes) => changes.forEach(change)).observe(document.body, told)
}

function change({ type, target, addedNodes }) {
  if (type === "attributes") mend(target)
  if (type === "characterData" && target.parentElement?.matches(WORDS)) speak(target)
  for (const node of addedNodes) {
    if (node.nodeType !== Node.ELEMENT_NODE) continue
    if (node.matches(LOOKED_AT)) mend(node)
    tell(node)
  }
}

function tell(root) {
  root.querySelectorAll(LOOKED_AT).forEach(mend)
}

function mend(node) {
  // Beside words a picture says nothing more; on a button it is all that says that something is complete.
  if (node.role === "img" && ICON.test(node.ariaLabel) && !node.closest("button")) return (node.ariaHidden = "true")
  for (const each of SAID) {
    const [said, better] = [node.getAttribute(each), named(node.getAttribute(each))]
    if (better !== said) node.setAttribute(each, better)
  }
  if (node.matches(WORDS)) speak(node.firstChild)
  // Only what is new of it: the buttons beside it are none of what happened.
  if (node.matches(STANDING)) [node.role, node.ariaAtomic] = ["status", "false"]
}

// The piece of text stays the one that Streamlit made, and may write anew.
function speak(text) {
  const better = named(text?.nodeValue)
  if (text && better !== text.nodeValue) text.nodeValue = better
}

// A name that stands with another one ("Help for ...") is given as a pattern.
function named(said) {
  if (!said) return said
  if (Object.hasOwn(names, said)) return names[said]
  for (const [pattern, better] of Object.entries(names)) {
    const [before, after] = pattern.split("{name}")
    const about = after !== undefined && said.startsWith(before) && said.endsWith(after)
    if (about) return better.replace("{name}", () => plain(said.slice(before.length, said.length - after.length)))
  }
  return plain(said)
}

function plain(said) {
  return said.replace(SIGNS, "")
}
