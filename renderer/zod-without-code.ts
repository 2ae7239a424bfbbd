import { z } from 'zod'

// Otherwise zod tries, at the first schema of objects, whether it may compile code: the page’s policy refuses and
// reports that. Imported before any module that holds a schema.
z.config({ jitless: true })
