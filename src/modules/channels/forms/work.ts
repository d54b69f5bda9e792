/**
 * A little work that the browser does before it sends: a number that, put behind the form's stamp, gives a SHA-256 which begins with
 * so many zero bits. A person waits a second at most while they type; whoever sends thousands pays for each. No cookie, nobody else asked.
 */
import { createHash } from 'node:crypto'

/** Some sixteen thousand tries on average: a tenth of a second on a desk, a second on a slow telephone. */
export const workBits = 14
export const workName = '_work'

const zeroBits = (digest: Uint8Array): number => {
  let bits = 0
  for (const byte of digest) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24
    bits += 8
  }
  return bits
}

export const isWorked = (stamp: string, work: string): boolean =>
  /^\d{1,12}$/.test(work) && zeroBits(createHash('sha256').update(`${stamp}:${work}`).digest()) >= workBits

/** What does it in the page, by WebCrypto. Without it (an old browser, no HTTPS) the form is sent as it is, and looked at. */
export const workScript = `(()=>{const f=document.querySelector('form[data-work]'),s=globalThis.crypto?.subtle;if(!f||!s)return;const w=f.elements.${workName},t=f.elements._stamp.value,e=new TextEncoder,n=+f.dataset.work;let wants=null,busy=true;
const ok=d=>{let b=0;for(const x of new Uint8Array(d)){if(x)return b+Math.clz32(x)-24>=n;b+=8}return true};
const run=async()=>{for(let i=0;;i+=256){const all=await Promise.all(Array.from({length:256},(_,k)=>s.digest('SHA-256',e.encode(t+':'+(i+k)))));const at=all.findIndex(ok);if(at>=0)return i+at;await new Promise(r=>setTimeout(r))}};
f.addEventListener('submit',v=>{if(busy){v.preventDefault();wants=v.submitter}});
run().then(v=>{w.value=v}).finally(()=>{busy=false;if(wants)f.requestSubmit(wants)})})()`
