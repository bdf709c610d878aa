/** A canvas does not understand light-dark() and var(): the browser resolves a colour of the page on a real element. */
export function pageColour(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
