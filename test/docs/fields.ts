/** The part of JSON Schema that schemas of documents use. */
export interface Schema {
  /** Several where a value may be of either, and nothing more is said of it. */
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  /** A type of a name of its own, such as a condition, whose rows would have no end. */
  readonly $ref?: string
}

/** A Markdown table of a document's fields: path, type and meaning of each. */
export function fieldsTable(schema: Schema): string {
  const rows = rowsBelow(schema, '').map(({ field, type, meaning }) => [
    field,
    type,
    meaning.replaceAll('|', '\\|'),
  ])
  return [['field', 'type', 'meaning'], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

interface Row {
  readonly field: string
  readonly type: string
  readonly meaning: string
}

/** The rows of everything inside a value, whose own path ends in a point when it has one. */
function rowsBelow(schema: Schema, path: string): Row[] {
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return merged(options.flatMap((option) => rowsBelow(option, path)))
  if (schema.items !== undefined) return rowsBelow(schema.items, path.replace(/\.$/, '[].'))
  if (typeof schema.additionalProperties === 'object') {
    return rowsBelow(schema.additionalProperties, `${path}*.`)
  }
  return twins(schema).flatMap(({ names, part }) => {
    const field = names.map((name, n) => `\`${n === 0 ? path : ''}${name}\``).join(', ')
    const required = schema.required?.includes(names[0] ?? '') ? ', required' : ''
    const row = { field, type: typeOf(part) + required, meaning: part.description ?? '' }
    return [row, ...rowsBelow(part, `${path}${names.length === 1 ? names[0] : '*'}.`)]
  })
}

/** The properties of an object; neighbors that are alike in everything, such as weekdays, share a row. */
function twins({ properties = {}, required = [] }: Schema): { names: string[]; part: Schema }[] {
  const groups: { names: string[]; part: Schema; key: string }[] = []
  for (const [name, part] of Object.entries(properties)) {
    const key = JSON.stringify([part, required.includes(name)])
    const last = groups.at(-1)
    // Two texts without a description are alike by chance.
    if (last?.key === key && part.description !== undefined) last.names.push(name)
    else groups.push({ names: [name], part, key })
  }
  return groups
}

/** Fields that several forms of a value share, once; what is required depends on the form, which the type shows. */
function merged(rows: readonly Row[]): Row[] {
  const byField = new Map<string, Row>()
  for (const row of rows) {
    const known = byField.get(row.field)
    const type = typesOf(known?.type, row.type.replace(/, required$/, ''))
    byField.set(row.field, { ...row, type, meaning: known?.meaning || row.meaning })
  }
  return [...byField.values()]
}

/** Fixed texts tell forms apart, so all of them are told; of other types, the last. */
function typesOf(known: string | undefined, type: string): string {
  const isFixed = (text: string) => /^`[^{`]*`(, `[^`]*`)*$/.test(text)
  if (known === undefined || !isFixed(known) || !isFixed(type)) return type
  return [...new Set([...known.split(', '), ...type.split(', ')])].join(', ')
}

function typeOf(schema: Schema): string {
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return options.map(shapeOf).join(' or ')
  if (schema.$ref !== undefined) return nameOf(schema.$ref)
  if (schema.const !== undefined) return `\`${String(schema.const)}\``
  if (schema.enum !== undefined) return schema.enum.map((each) => `\`${String(each)}\``).join(', ')
  if (schema.items !== undefined) {
    const pair = schema.minItems === 2 && schema.maxItems === 2
    return `${pair ? 'pair' : 'list'} of ${manyOf(typeOf(schema.items))}`
  }
  if (typeof schema.additionalProperties === 'object') {
    const part = typeOf(schema.additionalProperties)
    return part === 'anything' ? 'object' : `record of ${manyOf(part)}`
  }
  if (typeof schema.type === 'object') {
    return schema.type.map((type) => typeOf({ type })).join(' or ')
  }
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(schema)
  if (schema.type === 'boolean') return '`true` or `false`'
  if (schema.type === 'object') return 'object'
  return schema.format === 'date' ? 'date' : schema.type === 'string' ? 'text' : 'anything'
}

/** The name of a type; one whose name is made up, such as that of any JSON, says nothing. */
function nameOf(ref: string): string {
  const name = ref.split('/').at(-1) ?? ''
  return name.startsWith('__') ? 'anything' : name
}

/** An object among other forms of a value is told by its keys. */
function shapeOf(schema: Schema): string {
  if (schema.properties === undefined) return typeOf(schema)
  const keys = Object.keys(schema.properties).map((key) => {
    return schema.required?.includes(key) ? key : `${key}?`
  })
  return `\`{ ${keys.join(', ')} }\``
}

function numberOf({ type, minimum, maximum }: Schema): string {
  const noun = type === 'integer' ? 'whole number' : 'number'
  const unlimited = (bound: number | undefined) =>
    bound === undefined || Math.abs(bound) === Number.MAX_SAFE_INTEGER
  if (unlimited(minimum)) return unlimited(maximum) ? noun : `${noun} up to ${maximum}`
  return unlimited(maximum) ? `${noun} from ${minimum}` : `${noun} ${minimum} to ${maximum}`
}

/** `lists of pairs of texts` of `list of pair of text`: the plural of a type's first noun. */
function manyOf(type: string): string {
  return /^(text|date|object|list|pair|record|condition|whole number|number)\b/.test(type)
    ? type.replace(/^(text|date|object|list|pair|record|condition|whole number|number)\b/, '$1s')
    : type
}
