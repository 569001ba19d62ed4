// Says which language the page is in, so that screen readers pronounce it right.

export default function ({ data }) {
  document.documentElement.lang = data.language
}
