@echo off
chcp 65001 >nul
rem A network folder gets a letter.
pushd "%~dp0"
set verb=%1
if "%verb%"=="" set verb=lab
if not exist course.py goto packed
rem Asked, not looked for: Windows has a "python" that only opens its shop.
py -3 -c "" >nul 2>nul && (py -3 course.py %verb% & goto end)
python -c "" >nul 2>nul && (python course.py %verb% & goto end)
echo Kurset trenger Python 3.11 eller nyere. Hent det på https://www.python.org/downloads/ og kryss av for "Add python.exe to PATH".
echo The course needs Python 3.11 or newer. Get it at https://www.python.org/downloads/ and tick "Add python.exe to PATH".
goto end
:packed
echo Kurset er ikke pakket ut ennå. Høyreklikk zip-fila, velg «Pakk ut alle», og start kurset fra den nye mappa.
echo The course is not unpacked yet. Right-click the zip file, choose “Extract All”, and start from the new folder.
:end
popd
pause
