"""A small scenario as a file, with every kind of scene, a call, a closed line and variables, and what helps to edit it.

yard (inject) -> opening (question, may ask back `again`) -> log (decision) -> gauge (question, 60 s) -> end or bitter
"""

from __future__ import annotations

import os
import time
from pathlib import Path

YAML = """\
format: 1
id: khe-ten
language: vi
title: Sạt lở Khe Ten
module: press
level: basic
minutes: 10
role: Người phát ngôn của xã
objectives: [Nhận phần lỗi đã rõ.]
skills: [accuracy, empathy]
author: Người viết thử
licence: CC BY 4.0
dossier:
  context: Đất sạt xuống ba nhà.
  facts:
    - {id: f1, text: Hai người bị thương., source: Trạm y tế xã, as_of: 7:00}
cast:
  journalists:
    - {id: hang, name: Vi Thu Hằng, outlet: Kênh Tin Vùng Cao, manner: sharp, about: Hỏi đến cùng.}
clock: {start: 08:00}
variables:
  - {name: pressure, type: int, range: [0, 5], default: 1, about: Sức ép của đám đông.}
  - {name: published, type: bool, default: false, about: Sổ trực đã đăng.}
  - {name: host, type: text, values: [xa, tinh], default: xa, about: Ai chủ trì.}
start: yard
scenes:
  - id: yard
    kind: inject
    title: Sân xã
    text: Bà con đã đứng kín sân.
    headline: Khe Ten gặp báo chí
    effects: [heat += 5]
    then: opening
  - id: opening
    kind: question
    title: Còi báo
    journalist: hang
    text: Còi báo sao không kêu?
    skills: [accuracy, empathy]
    lines:
      - id: owns
        text: Xã có lỗi vì còi hỏng từ tháng trước.
        levels: {accuracy: 4, empathy: 3}
        findings:
          - {skill: accuracy, words: hỏng từ tháng trước, because: Có mốc thời gian.}
          - {skill: empathy, words: Xã có lỗi, because: Nhận lỗi trước.}
        note: Nói đúng phần mình.
        effects: [pressure -= 1]
      - id: denies
        text: Còi vẫn tốt.
        levels: {accuracy: 0, empathy: 1}
        flags: [falsehood]
        findings:
          - {skill: accuracy, because: Sai sự thật.}
          - {skill: empathy, because: Không nói gì với bà con.}
          - {flag: falsehood, words: Còi vẫn tốt, because: Ai cũng biết còi hỏng.}
        effects: [pressure += 2]
      - id: open_book
        text: Sổ trực đã đăng cả rồi.
        when: trust > 90 and published
        closed: Sổ trực chưa đăng.
        levels: {accuracy: 4, empathy: 2}
        findings:
          - {skill: accuracy, because: Ai cũng kiểm tra được.}
          - {skill: empathy, because: Khô khan.}
    follow_ups:
      - {ask: again, when: flag(falsehood)}
    then: log
  - id: again
    kind: question
    title: Hỏi lại
    journalist: hang
    text: Anh chắc chứ?
    skills: [accuracy]
    lines:
      - id: sorry
        text: Tôi nói sai.
        levels: {accuracy: 3}
        findings: [{skill: accuracy, because: Sửa ngay.}]
      - id: sure
        text: Chắc.
        levels: {accuracy: 0}
        findings: [{skill: accuracy, because: Vẫn sai.}]
    then: return
  - id: log
    kind: decision
    title: Sổ trực
    text: Sổ trực làm gì với nó?
    options:
      - {id: publish, text: Đăng lên mạng., effects: [published = true], reaction: Cả sân cúi xuống đọc.}
      - {id: keep, text: Giữ lại đã.}
    then: gauge
  - id: gauge
    kind: question
    title: Nguyên nhân
    journalist: hang
    text: Nguyên nhân là gì?
    skills: [accuracy]
    time_limit: 60
    silence:
      text: Không ai nói gì.
      levels: {accuracy: 0}
      findings: [{skill: accuracy, because: Không có câu trả lời.}]
    lines:
      - id: plain
        text: Chưa biết, 17 giờ mai nói.
        levels: {accuracy: 3}
        findings: [{skill: accuracy, because: Có hẹn giờ.}]
      - id: dodges
        text: Chuyện đó để sau.
        levels: {accuracy: 1}
        findings: [{skill: accuracy, because: Né.}]
    then:
      - {when: trust < 45 or pressure >= 3, go: bitter}
      - go: end
  - {id: bitter, kind: ending, outcome: poor, headline: Không ai tin, text: Sân vắng dần., lesson: Đừng nói sai.}
  - {id: end, kind: ending, outcome: good, headline: Có giờ có chỗ, text: Xe vào được bản., lesson: Hẹn giờ.}
"""


def written(folder: Path, text: str = YAML) -> Path:
    """The scenario's file in a folder of its name."""
    home = folder / "khe-ten"
    home.mkdir(exist_ok=True)
    file = home / "scenario.yaml"
    file.write_text(text, "utf-8")
    return file


def save(file: Path, text: str) -> None:
    """Save as editors do that put another file in its place; at another time than before, however coarse the clock."""
    new = file.with_name("scenario.yaml~")
    new.write_text(text, "utf-8")
    moment = time.time_ns() + 1_000_000
    os.utime(new, ns=(moment, moment))
    new.replace(file)
