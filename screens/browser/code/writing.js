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

  // What the server has is no draft any more; what was typed since then builds on it.
  acknowledge() {
    const draft = this.draft
    if (!draft || this.data.taken === null) return draft
    if (this.data.taken === draft.id) return (this.draft = null)
    if (this.data.taken === this.sent) this.draft = { ...draft, seen: this.data.version }
    return this.draft
  }

  show(draft) {
    const typing = this.root.activeElement === this.box
    const text = draft ? draft.text : this.data.stored
    if (!typing && this.box.value !== text) this.box.value = text
    this.line.textContent = draft ? this.data.waiting : ""
    if (draft && draft.id !== this.sent) this.later(PAUSE)
    if (!draft) clearTimeout(this.timer)
  }

  typed() {
    const seen = this.draft?.seen ?? this.data.version
    this.draft = { id: newId(), text: this.box.value, seen }
    this.line.textContent = this.data.waiting
    this.later(PAUSE)
  }

  later(wait) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), wait)
  }

  send() {
    const draft = this.draft
    if (!draft || draft.id === this.data.stopped) return
    this.sent = draft.id
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

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
