// One click on a level fills in the points and writes the level into the comment; formgrade.js saves both.
(() => {
  const isLevel = (line) => line.startsWith("▸ ");
  const radios = (cell) => [...cell.querySelectorAll("input[type=radio]")];
  const comment = (cell) => cell.querySelector(".comment");

  const set = (field, value) => {
    $(field).val(value).trigger("change");
  };

  const choose = (cell) => {
    const chosen = radios(cell).filter((radio) => radio.checked);
    const own = comment(cell).value.split("\n").filter((line) => !isLevel(line));
    set(comment(cell), [...chosen.map((radio) => radio.dataset.line), ...own].join("\n").trim());
    if (chosen.length === cell.querySelectorAll("fieldset").length)
      set(cell.querySelector(".score"), chosen.reduce((sum, radio) => sum + Number(radio.value), 0));
    autosize.update(comment(cell));
  };

  const show = (cell) => {
    const lines = comment(cell).value.split("\n").map((line) => line.trim());
    for (const radio of radios(cell)) radio.checked = lines.includes(radio.dataset.line);
  };

  // The comment arrives from the server after the page: show its levels whenever formgrade.js shows the comment.
  const render = CommentUI.prototype.render;
  CommentUI.prototype.render = function () {
    render.call(this);
    this.$comment.removeAttr("placeholder");
    if (this.el) show(this.el);
  };

  // A leader clicks faster than a slow machine answers. The answer to an earlier click knows nothing of the later
  // ones: it must not take them away.
  for (const model of [Comment.prototype, Grade.prototype]) {
    const save = model.save;
    model.save = function (values) {
      this.turn = (this.turn ?? 0) + 1;
      return save.call(this, values, { turn: this.turn });
    };
    model.parse = function (answer, { turn }) {
      return turn && turn !== this.turn ? {} : answer;
    };
  }

  addEventListener("DOMContentLoaded", () => {
    for (const cell of document.querySelectorAll("[data-task]")) {
      cell.addEventListener("change", (event) => event.target.type === "radio" && choose(cell));
      for (const button of cell.querySelectorAll(".bank"))
        button.addEventListener("click", () => {
          set(comment(cell), `${comment(cell).value}\n${button.textContent}`.trim());
          autosize.update(comment(cell));
        });
    }
  });
})();
