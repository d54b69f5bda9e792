/** What the tests of voicemail share: sounds and the mails they come in. */

/** So many seconds of silence, as a telephone system writes it: 8 kHz, µ-law (7), PCM (1) or GSM (0x31). */
export function wav(seconds: number, format = 1): Buffer {
  const perSecond = format === 1 ? 16_000 : format === 7 ? 8_000 : 1_625
  const data = Buffer.alloc(seconds * perSecond)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(format, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(perSecond, 28)
  head.writeUInt16LE(format === 1 ? 2 : 1, 32)
  head.writeUInt16LE(format === 1 ? 16 : 8, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

/** A mail with a sound, as a telephone system sends it. */
export function voicemailMail(facts: {
  subject: string
  text: string
  name: string
  sound: Buffer
  id?: string
  from?: string
}): Buffer {
  const { subject, text, name, sound, id = 'vm1@pbx.example', from = 'PBX <pbx@office.example>' } = facts
  return Buffer.from(
    [
      `From: ${from}`,
      'To: info@office.example',
      `Subject: ${subject}`,
      `Message-ID: <${id}>`,
      'Date: Tue, 24 Nov 2026 08:42:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--b',
      `Content-Type: audio/x-wav; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      sound.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--b--',
      '',
    ].join('\r\n'),
  )
}
