// Opens a file of the person's own and hands its bytes to the session; nothing is uploaded to a folder.

export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button")
  const input = parentElement.querySelector("input")
  const line = parentElement.querySelector("[role=status]")
  button.textContent = data.label
  button.hidden = false
  input.accept = data.accept
  button.onclick = () => input.click()
  input.onchange = async () => {
    const file = input.files[0]
    input.value = ""
    if (!file) return
    if (file.size > data.limit) {
      line.textContent = data.too_large
      return
    }
    line.textContent = ""
    setTriggerValue("file", { name: file.name, content: await base64(file) })
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
