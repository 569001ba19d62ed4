// Saves something as a file: a text that is here already, or what an address of our own answers. While it comes the
// button has nothing to do, and keeps the keyboard all the same.

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button")
  const line = parentElement.querySelector("[role=status]")
  button.textContent = data.label
  button.hidden = false
  button.className = data.kind
  button.ariaDisabled = null
  button.onclick = async () => {
    if (button.ariaDisabled) return
    button.ariaDisabled = "true"
    line.textContent = data.url ? data.busy : ""
    try {
      const [content, name] = data.url ? await fetched(data) : [here(data), data.name]
      handOut(content, name)
      line.textContent = data.done
    } catch {
      line.textContent = data.failed
    } finally {
      button.ariaDisabled = null
    }
  }
}

function here({ text, base64, type }) {
  const content = base64 ? Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)) : text
  return new Blob([content], { type })
}

async function fetched({ url, body, name }) {
  const request = body === null ? {} : { method: "POST", headers: { "content-type": "application/yaml" }, body }
  const answer = await fetch(url, request)
  if (!answer.ok) throw new Error(String(answer.status))
  const named = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")
  return [await answer.blob(), named ? named[1] : name]
}

function handOut(content, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
