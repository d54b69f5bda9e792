import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Font, create } from 'fontkit'

/**
 * Faces that papers are set in. All are OFL and come as whole TTF files from npm (the @fontsource packages are cut into
 * latin and latin-ext, so that one Romanian word would need two files).
 */
export const faces = ['arimo', 'plex', 'serif', 'open', 'mono', 'hand'] as const
export type Face = (typeof faces)[number]
export type Weight = 'regular' | 'bold' | 'italic'

const files: Readonly<Record<Face, Readonly<Record<Weight, string>>>> = {
  arimo: {
    regular: 'arimo/400Regular/Arimo_400Regular',
    bold: 'arimo/700Bold/Arimo_700Bold',
    italic: 'arimo/400Regular_Italic/Arimo_400Regular_Italic',
  },
  plex: {
    regular: 'ibm-plex-sans/400Regular/IBMPlexSans_400Regular',
    bold: 'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold',
    italic: 'ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic',
  },
  serif: {
    regular: 'source-serif-4/400Regular/SourceSerif4_400Regular',
    bold: 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold',
    italic: 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic',
  },
  open: {
    regular: 'open-sans/400Regular/OpenSans_400Regular',
    bold: 'open-sans/700Bold/OpenSans_700Bold',
    italic: 'open-sans/400Regular_Italic/OpenSans_400Regular_Italic',
  },
  mono: {
    regular: 'ibm-plex-mono/400Regular/IBMPlexMono_400Regular',
    bold: 'ibm-plex-mono/600SemiBold/IBMPlexMono_600SemiBold',
    italic: 'ibm-plex-mono/400Regular_Italic/IBMPlexMono_400Regular_Italic',
  },
  hand: {
    regular: 'caveat/400Regular/Caveat_400Regular',
    bold: 'caveat/700Bold/Caveat_700Bold',
    italic: 'caveat/400Regular/Caveat_400Regular',
  },
}

const require = createRequire(import.meta.url)
const opened = new Map<string, Font>()

/**
 * Parsed once a process: parsing anew for every PDF costs five times the drawing. Padded, because fontkit reads the header of
 * an empty glyph past the end of a file whose last glyph is the space (Plex Mono).
 */
export const fontOf = (face: Face, weight: Weight): Font => {
  const file = files[face][weight]
  const known = opened.get(file)
  if (known !== undefined) return known
  const bytes = readFileSync(require.resolve(`@expo-google-fonts/${file}.ttf`))
  const font = create(Buffer.concat([bytes, Buffer.alloc(16)])) as Font
  opened.set(file, font)
  return font
}
