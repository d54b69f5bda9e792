/** Where ticks wait that could not be sent: the page and its copy share it. */
export const ticksKept = 'kontor.roll-call'

/**
 * What the copy of the list does by itself: keeps ticks with their times until the page can send them, and makes room for it as soon as the
 * server answers again. `begins`: no roll call went on, so that the first tick begins one.
 */
export const keptScript = (begins: boolean): string => `
const read = () => { try { return JSON.parse(localStorage.getItem('${ticksKept}') || '[]') } catch { return [] } }
const boxes = [...document.querySelectorAll('input')]
const count = document.getElementById('count')
const tell = () => { count.textContent = count.dataset.words.replace('§', boxes.filter(box => box.checked).length) }
for (const one of read()) { const box = document.getElementById(one.personId); if (box) box.checked = one.isSafe }
tell()
addEventListener('change', ({ target }) => {
  const others = read().filter(one => one.personId !== target.id)
  const tick = { personId: target.id, isSafe: target.checked, at: new Date().toISOString(), begins: ${begins} }
  localStorage.setItem('${ticksKept}', JSON.stringify([...others, tick]))
  tell()
})
document.getElementById('print').addEventListener('click', () => print())
const look = () => fetch('/api/session', { cache: 'no-store' }).then(answer => answer.status < 500 && location.reload(), () => {})
addEventListener('online', look)
setInterval(look, 10000)
`
