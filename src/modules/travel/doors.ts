/** GET /api/travel/:id/itinerary.pdf, for the hand, and …/trip.ics, for another calendar: as whoever asks may see the trip. */
import type { Kernel } from '../../kernel/kernel.ts'
import {
  type FileStream,
  fileNamed,
  languageOfCaller,
  refusedAnswer,
  shut,
  type StreamRequest,
  unkept,
} from '../../kernel/files/stream.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import { getTrip } from './contract.ts'
import { itineraryPdf, type Trip } from './paper/itinerary-pdf.ts'
import { tripIcs } from './paper/trip-ics.ts'
import { wordsIn } from './words.ts'

type Drawn = (
  trip: Trip,
  about: { language: ReturnType<typeof nearestLanguage>; office: string; at: Temporal.Instant },
) => Promise<Buffer>

const route = (path: string, mediaType: string, ending: string, draw: Drawn): FileStream => ({
  path,
  async answer(kernel: Kernel, request: StreamRequest) {
    const { caller, requestId } = request
    const input = { id: request.params['id'] }
    const answer = await kernel.ask({ ...caller, query: getTrip.name, input, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const trip = getTrip.output.parse(answer.output) as Trip
    const language = nearestLanguage(request.language ?? (await languageOfCaller(kernel, { ...caller, requestId })))
    const seen = await kernel.viewing({ ...caller, requestId }, async view => ({
      office: view.office.name,
      at: view.at,
    }))
    const bytes = await draw(trip, { language, ...seen })
    const name = `${wordsIn(language)('page.trip.itinerary')} ${trip.record.title}.${ending}`
    return {
      headers: {
        ...shut,
        'content-type': mediaType,
        'content-disposition': fileNamed(name, request.query['show'] === '1' ? 'inline' : 'attachment'),
        'content-length': String(bytes.byteLength),
        ...unkept,
      },
      body: bytes,
    }
  },
})

export const travelRoutes: readonly FileStream[] = [
  route('/api/travel/:id/itinerary.pdf', 'application/pdf', 'pdf', (trip, about) => itineraryPdf(trip, about)),
  route('/api/travel/:id/trip.ics', 'text/calendar; charset=utf-8', 'ics', async (trip, about) =>
    Buffer.from(tripIcs(trip, about)),
  ),
]
