// Takes people to the top, and the keyboard to the heading, when a step on the same page was changed.

const shown = new Map()

export default function ({ data }) {
  const before = shown.get(data.about)
  shown.set(data.about, data.place)
  if (before !== undefined && before !== data.place) requestAnimationFrame(toTheTop)
}

function toTheTop() {
  document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0 })
  const heading = document.querySelector("[data-testid=stMain] h1")
  if (!heading) return
  heading.tabIndex = -1
  heading.style.outline = "none"
  heading.focus({ preventScroll: true })
}
