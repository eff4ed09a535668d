@echo off
chcp 65001 >nul
cd /d "%~dp0"
set verb=%1
if "%verb%"=="" set verb=lab
where py >nul 2>nul && (py -3 course.py %verb% & goto end)
where python >nul 2>nul && (python course.py %verb% & goto end)
echo Kurset trenger Python 3.11 eller nyere. Hent det på https://www.python.org/downloads/ og kryss av for "Add python.exe to PATH".
echo The course needs Python 3.11 or newer. Get it at https://www.python.org/downloads/ and tick "Add python.exe to PATH".
:end
pause
