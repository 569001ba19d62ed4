// A field for longer text that loses nothing: what is typed is put down in this tab at once, sent after a short pause,
// and sent again until the server says that it has it. A reload or a server that is away costs no word.

const PAUSE = 700
const AGAIN = 3000

const fields = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector("textarea")
  if (!fields.has(box)) fields.set(box, new Field(box, parentElement))
  const field = fields.get(box)
  field.hand = (draft) => setTriggerValue("written", draft)
  field.dress(data)
  return () => field.leave()
}

class Field {
  constructor(box, root) {
    this.box = box
    this.root = root
    this.line = root.querySelector("[role=status]")
    this.sent = null
    box.oninput = () => this.typed()
    box.onblur = () => this.later(0)
  }

  dress(data) {
    this.data = data
    this.root.querySelector("label").textContent = data.label
    this.root.querySelector(".hint").textContent = data.hint
    this.box.maxLength = data.limit
    this.box.disabled = false
    this.show(this.acknowledge())
  }

  // What the server has is no draft any more; what was typed since then builds on it, unless somebody else was faster.
  acknowledge() {
    const draft = this.draft
    if (!draft || this.data.taken === null) return draft
    if (this.data.taken === draft.id) return (this.draft = null)
    if (this.data.taken === this.sent?.id && isSame(this.sent.text, this.data.stored))
      this.draft = { ...draft, seen: this.data.version }
    return this.draft
  }

  show(draft) {
    if (draft) this.put(draft.text)
    else if (!this.isBeingTyped()) this.take()
    this.say(draft ? this.data.waiting : "")
    if (draft && draft.id !== this.sent?.id) this.later(PAUSE)
    if (!draft) clearTimeout(this.timer)
  }

  // A space at the end is dropped by the server, and must not be while somebody pauses before the next word.
  isBeingTyped() {
    if (this.root.activeElement !== this.box || !isSame(this.box.value, this.data.stored)) return false
    this.version = this.data.version
    return true
  }

  take() {
    this.put(this.data.stored)
    this.version = this.data.version
  }

  put(text) {
    if (this.box.value === text) return
    const [from, to] = [this.box.selectionStart, this.box.selectionEnd]
    this.box.value = text
    if (this.root.activeElement === this.box) this.box.setSelectionRange(from, to)
  }

  typed() {
    // What is typed builds on the text that the box showed, which the server may have moved on from.
    const seen = this.draft?.seen ?? this.version
    const after = this.draft ? (this.sent?.id ?? null) : null
    this.draft = { id: newId(), text: this.box.value, seen, after }
    this.say(this.data.waiting)
    this.later(PAUSE)
  }

  // The same once more is nothing new, but would be read out with every letter.
  say(text) {
    if (this.line.textContent !== text) this.line.textContent = text
  }

  later(wait) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), wait)
  }

  send() {
    const draft = this.draft
    if (!draft || draft.id === this.data.stopped) return
    this.sent = draft
    this.hand(draft)
    this.later(AGAIN)
  }

  leave() {
    clearTimeout(this.timer)
  }

  get draft() {
    return JSON.parse(sessionStorage.getItem(this.data.slot))
  }

  set draft(draft) {
    if (draft) sessionStorage.setItem(this.data.slot, JSON.stringify(draft))
    else sessionStorage.removeItem(this.data.slot)
  }
}

// Whether two texts are one to the server, which drops empty lines and the space around.
function isSame(one, other) {
  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean).join("\n")
  return lines(one) === lines(other)
}

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
