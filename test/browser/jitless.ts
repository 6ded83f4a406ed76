import * as z from 'zod'

/*
 * Zod asks whether it may compile validators, by trying `new Function` when the first schema is made. Under a policy
 * without `unsafe-eval` that attempt is caught, but reported as a violation. A host with such a policy says this before
 * it imports a Holdfast package; hence a module of its own, imported first.
 */
z.config({ jitless: true })
