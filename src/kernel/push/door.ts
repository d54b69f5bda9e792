/** The way out to browsers that people let interrupt them (Web Push); without one nothing is pushed. */
export interface PushTarget {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

export interface PushDoor {
  /** `gone`: the browser's service knows it no more. Rejects where it could not be handed over. */
  send(target: PushTarget, payload: string): Promise<'sent' | 'gone'>
}

let open: PushDoor | null = null

/** The door of this process; null where nothing is pushed. */
export const pushDoor = (): PushDoor | null => open

/** Tells the process its door, when it starts. */
export const setPushDoor = (door: PushDoor | null): void => {
  open = door
}
