if (!process.env.AWS_ACCESS_KEY_ID) throw new Error('credentials must be configured before the login')
