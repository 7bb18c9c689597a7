/** Asks again and again until the answer is not empty; gives it, or throws after ten seconds. */
export async function until<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited for ten seconds');
}
