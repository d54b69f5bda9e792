import { useQuery as useTanstackQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { RegisteredCommand, RegisteredKind, Registry, Session } from './answers.ts'
import { fetchRegistry } from './client.ts'
import { holds } from './permissions.ts'

export const SessionContext = createContext<Session | null>(null)

/** Who is here, for whom, in which organisation. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('nobody is signed in')
  return session
}

/** Whether the person holds a permission; the server decides, this only saves from showing what would be refused. */
export function usePermission(permission: string): boolean {
  const { permissions } = useSession()
  return holds(permissions, permission)
}

/** Everything that can be done and shown, as the server declares it. */
export function useRegistry(): Registry | undefined {
  return useTanstackQuery({ queryKey: ['registry'], queryFn: fetchRegistry, staleTime: Number.POSITIVE_INFINITY }).data
}

export const useRegisteredCommand = (name: string): RegisteredCommand | undefined =>
  useRegistry()?.commands.find(one => one.name === name)

export const useKind = (kind: string): RegisteredKind | undefined => useRegistry()?.kinds.find(one => one.kind === kind)

/** Address of a record's page, as its kind declares it; null where it has none. */
export function recordHref(kinds: readonly RegisteredKind[] | undefined, kind: string, id: string): string | null {
  return kinds?.find(one => one.kind === kind)?.path?.replace(':id', id) ?? null
}
