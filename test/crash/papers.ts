/** Papers that are quickly made and told apart by one word of each. */

/** A PDF of one page with a text layer, by hand (ISO 32000). */
export function textPdf(lines: readonly string[]): Buffer {
  const content = `BT /F1 11 Tf 60 780 Td 14 TL ${lines.map(line => `(${line.replace(/[()\\]/g, ' ')}) Tj T*`).join('\n')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const places: string[] = []
  for (const [i, object] of objects.entries()) {
    places.push(`${String(body.length).padStart(10, '0')} 00000 n \n`)
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = body.length
  return Buffer.from(
    `${body}xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  )
}

export interface CrashPaper {
  readonly name: string
  readonly bytes: Buffer
  /** One word of it, and one of what lies inside it. */
  readonly words: readonly string[]
}

const letters = (n: number) => [...String(n)].map(digit => 'bcdfghjklm'[Number(digit)]!).join('')

/** Every fifth is a mail with a PDF inside; the others are bills as PDF. */
export function crashPaper(n: number): CrashPaper {
  const word = `papper${letters(n)}x`
  const bill = (which: string) =>
    textPdf([
      'Lindholmens Papper AB',
      'FAKTURA',
      `Fakturanummer ${40000 + n}`,
      'Fakturadatum 2026-11-11',
      'Att betala SEK 13 980,00',
      which,
    ])
  if (n % 5 !== 0) return { name: `faktura-${n}.pdf`, bytes: bill(word), words: [word] }
  const inside = `bilaga${letters(n)}y`
  const mail = [
    `From: Eva Lindholm <eva@lindholms.example>`,
    'To: office@example.org',
    `Subject: Faktura ${n}`,
    `Message-ID: <${n}@lindholms.example>`,
    'Date: Tue, 24 Nov 2026 08:26:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Se bifogad faktura ${word}.`,
    '--x',
    'Content-Type: application/pdf',
    `Content-Disposition: attachment; filename="faktura-${n}-inuti.pdf"`,
    'Content-Transfer-Encoding: base64',
    '',
    bill(inside).toString('base64'),
    '--x--',
    '',
  ]
  return { name: `mejl-${n}.eml`, bytes: Buffer.from(mail.join('\r\n')), words: [word, inside] }
}
