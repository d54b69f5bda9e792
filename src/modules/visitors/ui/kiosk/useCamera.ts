import { type RefObject, useEffect, useRef, useState } from 'react'

/** The tablet’s camera in a video, while `isOn`; `failed` where there is none or nobody allows it. */
export function useCamera(
  isOn: boolean,
  facing: 'user' | 'environment',
): { video: RefObject<HTMLVideoElement | null>; failed: boolean } {
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!isOn) return
    let stream: MediaStream | null = null
    let gone = false
    const open = async () => {
      const given = await navigator.mediaDevices.getUserMedia({ video: { facingMode: facing, width: { ideal: 1280 } } })
      stream = given
      if (gone) for (const track of given.getTracks()) track.stop()
      else if (video.current) {
        video.current.srcObject = given
        await video.current.play()
      }
    }
    setFailed(false)
    if (navigator.mediaDevices) open().catch(() => !gone && setFailed(true))
    else setFailed(true)
    return () => {
      gone = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [isOn, facing])
  return { video, failed }
}

/** What the camera sees now, no wider or higher than `most`. */
export function frameOf(video: HTMLVideoElement, most: number): HTMLCanvasElement | null {
  const { videoWidth: width, videoHeight: height } = video
  if (!width || !height) return null
  const part = Math.min(1, most / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * part)
  canvas.height = Math.round(height * part)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return canvas
}
