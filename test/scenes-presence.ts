/** The scenes of presence: what is taken back has been said before. */
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

export const presenceScenes: Readonly<Record<string, Stage>> = {
  'presence.set-for': async ({ make }) => ({ input: { personId: await make.principal(), state: 'off' } }),
  'presence.clear-word': async ({ act }) => {
    await act('presence.set-word', { state: 'home' })
    return { input: {} }
  },
  'presence.clear-for': async ({ act, make }) => {
    const personId = await make.principal()
    await act('presence.set-for', { personId, state: 'off' })
    return { input: { personId } }
  },
}

/** Somebody about whom something was said. */
export async function newWord(office: Office): Promise<string> {
  return (await office.act('presence.set-for', { personId: await office.make.principal(), state: 'off' })).id
}
