/** Microphone, loudspeaker, and the tones that one hears before anybody speaks: made here, so that no file is needed. */
import { recall, remember } from '../../../../web/preferences.ts'
import type { Microphone } from './phone.ts'

export const rings = ['classic', 'soft', 'short', 'silent'] as const
export type Ring = (typeof rings)[number]

const places = {
  ring: 'kontor.phone.ring',
  ringer: 'kontor.phone.ringer',
  speaker: 'kontor.phone.speaker',
  microphone: 'kontor.phone.microphone',
} as const

/** What was chosen on this computer: its devices are nobody else's. */
export const chosenRing = (): Ring => rings.find(one => one === recall(places.ring)) ?? 'classic'
export const chosen = (which: 'ringer' | 'speaker' | 'microphone'): string => recall(places[which]) ?? ''
export const choose = (which: keyof typeof places, value: string): void => remember(places[which], value || null)

export interface Opened {
  readonly state: Microphone
  readonly stream: MediaStream | null
}

/** The microphone that was chosen, or any where that one is not plugged in. */
export async function openMicrophone(): Promise<Opened> {
  if (!navigator.mediaDevices) return { state: 'missing', stream: null }
  const wanted = chosen('microphone')
  const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: wanted ? { ...audio, deviceId: { ideal: wanted } } : audio,
    })
    return { state: 'granted', stream }
  } catch (fault) {
    const isRefused = fault instanceof DOMException && ['NotAllowedError', 'SecurityError'].includes(fault.name)
    return { state: isRefused ? 'refused' : 'missing', stream: null }
  }
}

export interface Sound {
  readonly stop: () => void
}

/** Not every browser lets one choose where it is heard. */
interface Sink {
  setSinkId?(id: string): Promise<void>
}

/** A device that has been unplugged leaves the usual one. */
function heardBy(what: HTMLAudioElement | AudioContext, device: string): void {
  if (device) void (what as Sink).setSinkId?.(device).catch(() => undefined)
}

/** What the other end says, by the loudspeaker that was chosen. */
export function hearIn(stream: MediaStream): Sound {
  const element = new Audio()
  element.autoplay = true
  element.srcObject = stream
  heardBy(element, chosen('speaker'))
  void element.play().catch(() => undefined)
  return {
    stop: () => {
      element.pause()
      element.srcObject = null
    },
  }
}

interface Tone {
  /** Hz, sounded together */
  readonly notes: readonly number[]
  /** s: how long it sounds, and after how long it begins anew */
  readonly sounds: number
  readonly every: number
  readonly loud: number
}

const ringTones: Readonly<Record<Exclude<Ring, 'silent'>, Tone>> = {
  classic: { notes: [440, 480], sounds: 1.6, every: 4, loud: 0.18 },
  soft: { notes: [523, 659], sounds: 0.9, every: 3, loud: 0.09 },
  short: { notes: [880], sounds: 0.25, every: 3, loud: 0.14 },
}
/** ETSI TR 101 041: what one hears in Europe while it rings at the other end, and that somebody waits. */
const ringingBack: Tone = { notes: [425], sounds: 1, every: 5, loud: 0.06 }
const waiting: Tone = { notes: [425], sounds: 0.2, every: 6, loud: 0.05 }

function sound(tone: Tone, sink: string): Sound {
  const context = new AudioContext()
  heardBy(context, sink)
  void context.resume().catch(() => undefined)
  const once = () => {
    const gain = context.createGain()
    const now = context.currentTime
    gain.gain.setValueAtTime(0, now)
    gain.gain.linearRampToValueAtTime(tone.loud, now + 0.02)
    gain.gain.setValueAtTime(tone.loud, now + tone.sounds - 0.03)
    gain.gain.linearRampToValueAtTime(0, now + tone.sounds)
    gain.connect(context.destination)
    for (const hz of tone.notes) {
      const note = context.createOscillator()
      note.frequency.value = hz
      note.connect(gain)
      note.start(now)
      note.stop(now + tone.sounds)
    }
  }
  once()
  const timer = setInterval(once, tone.every * 1_000)
  return {
    stop: () => {
      clearInterval(timer)
      void context.close().catch(() => undefined)
    },
  }
}

const silence: Sound = { stop: () => undefined }

export const ring = (which: Ring = chosenRing()): Sound =>
  which === 'silent' ? silence : sound(ringTones[which], chosen('ringer'))
export const ringBack = (): Sound => sound(ringingBack, chosen('speaker'))
export const knock = (): Sound => sound(waiting, chosen('speaker'))
