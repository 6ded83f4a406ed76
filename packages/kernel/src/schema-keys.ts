import type * as z from 'zod'
import { valueAt } from './plain-data.ts'

/** The keys that a schema knows at a path and that are not given there yet, for suggestions. */
export function keysAllowedAt(
  schema: z.ZodType,
  raw: unknown,
  path: readonly PropertyKey[],
): string[] {
  let reached: z.core.$ZodType[] = [schema]
  for (const key of path) reached = reached.flatMap((one) => childSchemas(one, key))
  const present = valueAt(raw, path)
  const given = new Set(typeof present === 'object' && present !== null ? Object.keys(present) : [])
  const keys = reached.flatMap(alternatives).flatMap(keysOf)
  return [...new Set(keys)].filter((key) => !given.has(key))
}

function childSchemas(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  return alternatives(schema).flatMap((one) => {
    const { def } = (one as z.core.$ZodTypes)._zod
    if (def.type === 'object') return def.shape[String(key)] ?? []
    if (def.type === 'array') return def.element
    if (def.type === 'record') return def.valueType
    if (def.type === 'tuple') return def.items[Number(key)] ?? def.rest ?? []
    return []
  })
}

/** The schemas a value may really be held against: unions opened, wrappers taken off. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'union') return def.options.flatMap(alternatives)
  if ('innerType' in def) return alternatives(def.innerType)
  if (def.type === 'lazy') return alternatives(def.getter())
  if (def.type === 'pipe') return alternatives(def.in)
  return [schema]
}

function keysOf(schema: z.core.$ZodType): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') return Object.keys(def.shape)
  if (def.type !== 'record') return []
  return alternatives(def.keyType).flatMap((one) => {
    const { def: key } = (one as z.core.$ZodTypes)._zod
    return key.type === 'enum' ? Object.values(key.entries).map(String) : []
  })
}
