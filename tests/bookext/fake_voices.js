// Stands in for the browser's own speechSynthesis, which headless Chromium has no voices for.
// A test says which voices there are, reads what was said, and decides when a sentence is over.
(() => {
  const spoken = (window.spoken = []); // { text, voice, rate } of every sentence, in order
  let now = null;
  const fake = {
    voices: VOICES,
    getVoices() { return this.voices; },
    speak(utterance) {
      now = utterance;
      spoken.push({ text: utterance.text, voice: utterance.voice?.name ?? "the browser's choice", rate: utterance.rate });
    },
    cancel() {
      const cut = now;
      now = null;
      cut?.onerror?.({ error: "interrupted" }); // as browsers do
    },
  };
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: fake });
  window.saying = () => now?.text ?? null;
  window.endSentence = () => { const over = now; now = null; over.onend(); };
  window.failSentence = () => { const over = now; now = null; over.onerror({ error: "synthesis-failed" }); };
})();
