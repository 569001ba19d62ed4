// Keeps the keyboard where the person is.
//
// What is folded out stands at the very end of the page, behind everything else: the keyboard goes into it when it was
// opened without a mouse, and comes back to its button on the way out of it. What one has just pressed may be gone when
// the page is drawn anew: the keyboard goes to what stands closest to it then, not back to the beginning of the page; to
// the heading where the page is about something else now.

const SCRIPT = "data-test-script-state"
const OPENER = "[data-testid=stPopoverButton]"
const FOLDED_OUT = "[data-testid=stPopoverBody]"
const PLACES = "[data-testid=stMain], [data-testid=stSidebar]"
const STOPS = "a[href], button:enabled, input:enabled, textarea:enabled, select:enabled, summary, [role=spinbutton]"
const OUR_OWN = "[data-testid^=stBidiComponent]"

let opener = null
let stood = null
let stoodBefore = null
let byKeyboard = false

export default function () {
  const app = document.querySelector("[data-testid=stApp]")
  if (!app || app.dataset.keyboard) return
  app.dataset.keyboard = "kept"
  document.addEventListener("keydown", pressed, true)
  document.addEventListener("pointerdown", () => (byKeyboard = false), true)
  document.addEventListener("click", clicked, true)
  document.addEventListener("focusin", ({ target }) => remember(target), true)
  new MutationObserver(() => settled(app)).observe(app, { attributes: true, attributeFilter: [SCRIPT] })
  catchUp(document.activeElement)
}

// On a slow line somebody may have folded something out before this script was there.
function catchUp(here) {
  if (here?.matches(`${OPENER}[aria-expanded=true]:focus-visible`)) goInBy(here)
}

// On the way out the button has the keyboard already when the browser looks for the next stop.
function pressed(event) {
  byKeyboard = true
  const out = event.target.closest?.(FOLDED_OUT)
  if (!out || !opener?.isConnected || !leads(event, out)) return
  opener.focus()
  opener.click()
  if (event.key === "Tab" && !event.shiftKey) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

// A list that is open within it is closed first.
function leads({ key, target, shiftKey }, out) {
  if (key === "Escape") return target.ariaExpanded !== "true"
  return key === "Tab" && isLast(focused(), stops(out), shiftKey)
}

// Choices that belong together are one stop.
function isLast(here, all, backwards) {
  const beyond = backwards ? all.slice(0, Math.max(all.indexOf(here), 0)) : all.slice(all.indexOf(here) + 1)
  const choices = here.closest("[role=radiogroup]")
  return beyond.every((each) => choices?.contains(each))
}

// A screen reader clicks without a key and without a mouse.
function clicked(event) {
  const button = event.target.closest?.(OPENER)
  if (!button || event.detail > 0 || button.getAttribute("aria-expanded") === "true") return
  goInBy(button)
}

function goInBy(button) {
  byKeyboard = true
  opener = button
  goIn(button, 0)
}

function goIn(button, tries) {
  const out = [...document.querySelectorAll(FOLDED_OUT)].at(-1)
  if (!button.isConnected || document.activeElement !== button || tries > 60) return
  if (!out) return requestAnimationFrame(() => goIn(button, tries + 1))
  out.tabIndex = -1
  out.focus({ preventScroll: true })
}

function remember(target) {
  if (target.closest(FOLDED_OUT)) [stood, stoodBefore] = [placeOf(target, focused()), stoodBefore ?? (opener && placeOf(opener, opener))]
  else [stood, stoodBefore] = [target.closest(PLACES) && placeOf(target, focused()), null]
}

// What surrounds it, from the inside out, and which stop of each of these it is.
function placeOf(target, stop) {
  const around = []
  for (let node = target.parentElement; node; node = node.parentElement) {
    around.push({ node, at: stops(node).indexOf(stop) })
    if (node.matches(`${PLACES}, ${FOLDED_OUT}`)) break
  }
  return { target, around, under: heading()?.textContent }
}

function settled(app) {
  if (app.getAttribute(SCRIPT) !== "notRunning" || !byKeyboard) return
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (document.activeElement !== document.body || !stood || stood.target.isConnected) return
    if (heading()?.textContent !== stood.under) return begin(heading())
    const here = closest(stood) ?? closest(stoodBefore)
    here?.focus()
  }))
}

function heading() {
  return document.querySelector("[data-testid=stMain] h1")
}

function begin(at) {
  if (!at) return
  at.tabIndex = -1
  at.style.outline = "none"
  at.focus()
}

function closest(place) {
  if (place?.target.isConnected) return place.target
  for (const { node, at } of place?.around ?? []) {
    const left = node.isConnected ? stops(node) : []
    if (left.length) return left[Math.min(Math.max(at - 1, 0), left.length - 1)]
  }
  return null
}

function stops(node) {
  const found = [...node.querySelectorAll(`${STOPS}, ${OUR_OWN}`)]
  const all = found.flatMap((each) => (each.matches(OUR_OWN) ? [...(each.shadowRoot?.querySelectorAll(STOPS) ?? [])] : [each]))
  return all.filter((each) => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }))
}

function focused() {
  const here = document.activeElement
  return here?.shadowRoot?.activeElement ?? here
}
