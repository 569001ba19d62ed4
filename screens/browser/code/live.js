// Hears what others do to the assessment on this page, and tells the session to look; what it was is asked for there.
//
// Only a page that is seen listens: browsers keep few lines to one host open at a time. Each time the line stands anew,
// after a reload, a lost connection or a new server, the session looks at everything once.

const PAUSE = 120
const AGAIN = 3000

const lines = new Map()

export default function ({ data, setTriggerValue }) {
  const line = lines.get(data.url) ?? new Line(data.url)
  line.about = data.about
  line.tell = (over) => setTriggerValue("news", { over, at: Date.now() })
  line.stay()
  return () => line.leaveSoon()
}

class Line {
  constructor(url) {
    this.url = url
    lines.set(url, this)
    this.seen = () => (document.hidden ? this.hangUp() : this.listen())
    document.addEventListener("visibilitychange", this.seen)
  }

  // The part is drawn anew again and again; only where nobody takes it up any more the page was left.
  stay() {
    clearTimeout(this.leaving)
    if (!document.hidden) this.listen()
  }

  leaveSoon() {
    this.leaving = setTimeout(() => {
      document.removeEventListener("visibilitychange", this.seen)
      this.hangUp()
      lines.delete(this.url)
    }, 1000)
  }

  listen() {
    if (this.source || this.over) return
    clearTimeout(this.later)
    this.source = new EventSource(this.url)
    this.source.onopen = () => this.soon()
    this.source.onmessage = (event) => this.heard(JSON.parse(event.data))
    this.source.addEventListener("end", () => this.end())
    this.source.onerror = () => this.lost()
  }

  heard(questions) {
    const shown = (each) => this.about.some((about) => each === about || each.startsWith(about + "."))
    if (questions.some(shown)) this.soon()
  }

  soon() {
    clearTimeout(this.telling)
    this.telling = setTimeout(() => this.tell(false), PAUSE)
  }

  end() {
    this.over = true
    this.hangUp()
    this.tell(true)
  }

  // A line that broke is taken up again by the browser; one that was refused is not.
  lost() {
    if (this.source?.readyState !== EventSource.CLOSED) return
    this.hangUp()
    this.later = setTimeout(() => this.seen(), AGAIN)
  }

  hangUp() {
    clearTimeout(this.later)
    this.source?.close()
    this.source = null
  }
}
