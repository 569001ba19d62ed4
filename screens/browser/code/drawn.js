// Says that the page was drawn to its end, and for which asking after a lost connection (see page.js).

export default function ({ data }) {
  window.dispatchEvent(new CustomEvent("hanse-drawn", { detail: data.back }))
}
