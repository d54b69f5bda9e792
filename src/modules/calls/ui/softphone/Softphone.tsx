import { useQuery } from '../../../../web/useQuery.ts'
import type { getPhone } from '../../contract.ts'
import { Dock } from './Dock.tsx'
import { useLine } from './useTelephone.ts'

/** The telephone of whoever has one; nothing at all for everybody else. */
export default function Softphone() {
  const { data } = useQuery<typeof getPhone>('calls.get-phone', {}, { fresh_ms: 60_000 })
  if (!data?.server || !data.username) return null
  return <Telephone server={data.server} username={data.username} />
}

type Server = { readonly address: string; readonly domain: string; readonly voicemail: string | null }

function Telephone({ server, username }: { readonly server: Server; readonly username: string }) {
  useLine({ address: server.address, domain: server.domain, username })
  return <Dock username={username} voicemail={server.voicemail} />
}
