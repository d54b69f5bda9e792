/** A picture in memory: interleaved bytes, `channels` a pixel, rows without padding. */
export interface Raster {
  readonly data: Buffer
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
}

/** The picture as binary PGM or PPM (Netpbm), which every recogniser reads and nobody needs time to compress. */
export function netpbmOf(raster: Raster): Buffer {
  const { data, width, height, channels } = raster
  if (channels === 4) throw new Error('Netpbm has no alpha')
  return Buffer.concat([Buffer.from(`P${channels === 1 ? 5 : 6}\n${width} ${height}\n255\n`, 'latin1'), data])
}
