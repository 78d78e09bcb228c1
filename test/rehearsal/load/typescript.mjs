// For the child process of a test: Node runs TypeScript by itself, but looks for the `.js` that an import names.
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (specifier, context, next) => {
    try {
      return next(specifier, context)
    } catch (error) {
      if (!specifier.endsWith('.js')) throw error
      return next(specifier.replace(/\.js$/, '.ts'), context)
    }
  },
})
