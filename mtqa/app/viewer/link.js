// The button that copies the address of the open issue; the article knows which one that is.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = () => window.mtqaReview?.copyLink?.();
}
