/** What is used of a library that brings no types along. */
declare module 'web-push' {
  const webPush: {
    sendNotification(
      subscription: { endpoint: string; keys: { p256dh: string; auth: string } },
      payload: string,
      options: Readonly<Record<string, unknown>>,
    ): Promise<{ statusCode: number }>
  }
  export default webPush
}
