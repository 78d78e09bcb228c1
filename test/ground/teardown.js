export default async () => {
  await globalThis.staggerTestGround?.stop()
}
